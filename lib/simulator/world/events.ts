import { lastFact } from './facts';
import { stateOf } from './instance-state';
import { isListed, runningJobOf } from './presence';
import type { Moment } from './moment';
import type { RecoveryInstance } from './recovery-instance';
import type { World } from './world';

// Events that reach a machine from outside DRS. Each adds facts to a recovery instance, or throws an EventNotApplicable
// that says why it cannot happen now.

/** An event that cannot happen to this server now. */
export class EventNotApplicable extends Error {}

/** Somebody boots the machine at home into the failback client, and pairing begins. */
export function bootFailbackClient(world: World, recoveryInstanceID: string, moment: Moment) {
  const instance = onPremises(world, recoveryInstanceID, moment);
  const job = runningJobOf(world, instance, moment);
  if (job) throw new EventNotApplicable(`${recoveryInstanceID} is in job ${job.jobID}.`);
  if (stateOf(world, instance, moment).completed) {
    throw new EventNotApplicable(`The failback of ${recoveryInstanceID} is completed.`);
  }
  instance.facts.push({ kind: 'client-booted', at: moment.now, toOriginalServer: true });
}

/** The failback client falls silent, and the whole machine with it: replication stalls. */
export function loseFailbackClient(world: World, recoveryInstanceID: string, moment: Moment) {
  const instance = withClient(world, recoveryInstanceID, moment);
  const { now } = moment;
  const error = 'FAILBACK_CLIENT_NOT_SEEN';
  instance.facts.push({ kind: 'client-lost', at: now });
  instance.facts.push({ kind: 'halted', at: now, as: 'STALLED', error });
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

/** Replication of the whole server stalls. */
export function stallReplication(world: World, recoveryInstanceID: string, moment: Moment) {
  const instance = replicating(world, recoveryInstanceID, moment);
  const error = 'UNSTABLE_NETWORK';
  instance.facts.push({ kind: 'halted', at: moment.now, as: 'STALLED', error });
}

/** Replication of the largest disk stalls; the others go on. */
export function stallDisk(world: World, recoveryInstanceID: string, moment: Moment) {
  const instance = replicating(world, recoveryInstanceID, moment);
  const [largest] = instance.machine.disks.toSorted((one, other) => other.bytes - one.bytes);
  if (!largest) throw new EventNotApplicable(`${recoveryInstanceID} has no disk.`);
  const disk = largest.deviceName;
  const error = 'NOT_CONVERGING';
  instance.facts.push({ kind: 'halted', at: moment.now, as: 'STALLED', error, disk });
}

/** Everything that had stalled or was paused goes on. */
export function resumeReplication(world: World, recoveryInstanceID: string, moment: Moment) {
  replicating(world, recoveryInstanceID, moment).facts.push({ kind: 'resumed', at: moment.now });
}

function listed(world: World, recoveryInstanceID: string, moment: Moment): RecoveryInstance {
  const instance = world.recoveryInstances[recoveryInstanceID];
  if (instance && isListed(world, instance, moment)) return instance;
  throw new EventNotApplicable(`There is no recovery instance ${recoveryInstanceID}.`);
}

function onPremises(world: World, recoveryInstanceID: string, moment: Moment) {
  const instance = listed(world, recoveryInstanceID, moment);
  if (instance.origin) {
    throw new EventNotApplicable(`${recoveryInstanceID} came from AWS; it has no failback client.`);
  }
  if (lastFact(instance.facts, 'disconnected', 'terminated')) {
    throw new EventNotApplicable(`${recoveryInstanceID} is disconnected from DRS.`);
  }
  return instance;
}

function withClient(world: World, recoveryInstanceID: string, moment: Moment) {
  const instance = onPremises(world, recoveryInstanceID, moment);
  if (stateOf(world, instance, moment).attempt) return instance;
  throw new EventNotApplicable(`No failback client was booted for ${recoveryInstanceID}.`);
}

function replicating(world: World, recoveryInstanceID: string, moment: Moment) {
  const instance = listed(world, recoveryInstanceID, moment);
  const { replication, replicationState } = stateOf(world, instance, moment);
  if (replication && replicationState !== 'STOPPED') return instance;
  throw new EventNotApplicable(`Nothing is replicated from ${recoveryInstanceID} now.`);
}
