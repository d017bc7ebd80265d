import { lastFact } from './facts';
import { lifeOf } from './life';
import { isListed, runningJobOf } from './presence';
import type { Moment } from './moment';
import type { RecoveryInstance } from './recovery-instance';
import type { World } from './world';

// What happens to a machine from outside DRS. Each of these adds a fact to a recovery instance, or throws a
// NoSuchEvent that says why it cannot happen now.

/** An event that cannot happen to this server now. */
export class NoSuchEvent extends Error {}

/** Somebody boots the machine at home into the failback client, and pairing begins. */
export function bootFailbackClient(
  world: World,
  recoveryInstanceID: string,
  moment: Moment,
  { toOriginalServer = true } = {},
) {
  const instance = onPremises(world, recoveryInstanceID, moment);
  const job = runningJobOf(world, instance, moment);
  if (job) throw new NoSuchEvent(`${recoveryInstanceID} is in job ${job.jobID}.`);
  if (lifeOf(world, instance, moment).completed) {
    throw new NoSuchEvent(`The failback of ${recoveryInstanceID} is completed.`);
  }
  instance.facts.push({ kind: 'client-booted', at: moment.now, toOriginalServer });
}

/** The failback client falls silent; replication goes on without it unless the whole machine is gone. */
export function loseFailbackClient(
  world: World,
  recoveryInstanceID: string,
  moment: Moment,
  { replicates = false } = {},
) {
  const instance = withClient(world, recoveryInstanceID, moment);
  const { now } = moment;
  instance.facts.push({ kind: 'client-lost', at: now });
  if (!replicates) {
    const error = 'FAILBACK_CLIENT_NOT_SEEN';
    instance.facts.push({ kind: 'halted', at: now, as: 'STALLED', error });
  }
  const participant = runningJobOf(world, instance, moment)?.participants.find(
    (server) => server.recoveryInstanceID === recoveryInstanceID,
  );
  if (participant) participant.clientLost ??= now;
}

/** The failback client is seen again, and replication goes on. */
export function findFailbackClient(world: World, recoveryInstanceID: string, moment: Moment) {
  const instance = withClient(world, recoveryInstanceID, moment);
  instance.facts.push({ kind: 'client-back', at: moment.now });
  instance.facts.push({ kind: 'resumed', at: moment.now });
}

/** The pairing step that is under way fails. */
export function failPairing(world: World, recoveryInstanceID: string, moment: Moment) {
  const instance = withClient(world, recoveryInstanceID, moment);
  if (lifeOf(world, instance, moment).replicationState !== 'INITIATING') {
    throw new NoSuchEvent(`${recoveryInstanceID} is not being paired.`);
  }
  instance.facts.push({ kind: 'pairing-failed', at: moment.now });
}

/** Replication of the whole server stalls. */
export function stallReplication(
  world: World,
  recoveryInstanceID: string,
  moment: Moment,
  { error = 'UNSTABLE_NETWORK' } = {},
) {
  const instance = replicating(world, recoveryInstanceID, moment);
  instance.facts.push({ kind: 'halted', at: moment.now, as: 'STALLED', error });
}

/** Replication of one disk stalls, by default of its largest; the others go on. */
export function stallDisk(
  world: World,
  recoveryInstanceID: string,
  moment: Moment,
  { disk }: { disk?: string } = {},
) {
  const instance = replicating(world, recoveryInstanceID, moment);
  const names = instance.machine.disks
    .toSorted((one, other) => other.bytes - one.bytes)
    .map(({ deviceName }) => deviceName);
  const name = disk ?? names[0] ?? '';
  if (!names.includes(name)) {
    throw new NoSuchEvent(`${recoveryInstanceID} has no disk ${name}, but ${names.join(', ')}.`);
  }
  const error = 'NOT_CONVERGING';
  instance.facts.push({ kind: 'halted', at: moment.now, as: 'STALLED', error, disk: name });
}

/** What had stalled or was paused goes on: one disk, or everything. */
export function resumeReplication(
  world: World,
  recoveryInstanceID: string,
  moment: Moment,
  { disk }: { disk?: string } = {},
) {
  const instance = replicating(world, recoveryInstanceID, moment);
  instance.facts.push({ kind: 'resumed', at: moment.now, ...(disk ? { disk } : {}) });
}

/** Applications write more than can be sent at once. */
export function writeBacklog(
  world: World,
  recoveryInstanceID: string,
  moment: Moment,
  { bytes, lagSeconds }: { bytes: number; lagSeconds: number },
) {
  const instance = replicating(world, recoveryInstanceID, moment);
  instance.facts.push({ kind: 'backlog', at: moment.now, bytes, lagSeconds });
}

/** Both ends are compared again. */
export function rescan(world: World, recoveryInstanceID: string, moment: Moment) {
  replicating(world, recoveryInstanceID, moment).facts.push({ kind: 'rescan', at: moment.now });
}

function listed(world: World, recoveryInstanceID: string, moment: Moment): RecoveryInstance {
  const instance = world.recoveryInstances[recoveryInstanceID];
  if (instance && isListed(world, instance, moment)) return instance;
  throw new NoSuchEvent(`There is no recovery instance ${recoveryInstanceID}.`);
}

function onPremises(world: World, recoveryInstanceID: string, moment: Moment) {
  const instance = listed(world, recoveryInstanceID, moment);
  if (instance.origin) {
    throw new NoSuchEvent(`${recoveryInstanceID} came from AWS; it has no failback client.`);
  }
  if (lastFact(instance.facts, 'disconnected', 'terminated')) {
    throw new NoSuchEvent(`${recoveryInstanceID} is disconnected from DRS.`);
  }
  return instance;
}

function withClient(world: World, recoveryInstanceID: string, moment: Moment) {
  const instance = onPremises(world, recoveryInstanceID, moment);
  if (lifeOf(world, instance, moment).attempt) return instance;
  throw new NoSuchEvent(`No failback client was booted for ${recoveryInstanceID}.`);
}

function replicating(world: World, recoveryInstanceID: string, moment: Moment) {
  const instance = listed(world, recoveryInstanceID, moment);
  const { replication, replicationState } = lifeOf(world, instance, moment);
  if (replication && replicationState !== 'STOPPED') return instance;
  throw new NoSuchEvent(`Nothing is replicated from ${recoveryInstanceID} now.`);
}
