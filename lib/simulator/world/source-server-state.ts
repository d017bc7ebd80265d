import { endFor } from '../jobs/progress';
import { stateOf } from './instance-state';
import { isListed, launchedAt } from './presence';
import type { Moment, Worlds } from './moment';
import { REPLICATION_STEPS, planOf } from './plan';
import type { Replication } from './replication';
import { replicationAt } from './replication-at';
import type { SourceServer } from './source-server';
import { type World, worldKey } from './world';

/** The state of a source server at a moment. */
export interface SourceServerState {
  replicationState: string;
  replication?: Replication;
  /** When its machine was last seen by the service, in milliseconds since the epoch. */
  seen: number;
}

/** A source server is a copy of a machine, so its state follows from that of the machine. */
export function sourceServerStateOf(
  worlds: Worlds,
  world: World,
  server: SourceServer,
  moment: Moment,
): SourceServerState {
  return server.copies
    ? copyState(worlds, world, server, server.copies, moment)
    : firstMachineState(world, server, moment);
}

/** A copy of a recovery instance, in this Region or in another one. */
function copyState(
  worlds: Worlds,
  { accountID }: World,
  { sourceServerID, added }: SourceServer,
  { region, recoveryInstanceID }: NonNullable<SourceServer['copies']>,
  moment: Moment,
): SourceServerState {
  const there = worlds[worldKey(accountID, region)];
  const instance = there?.recoveryInstances[recoveryInstanceID];
  if (!there || !instance) return { replicationState: 'DISCONNECTED', seen: added };
  const { attempt, replication, replicationState } = stateOf(there, instance, moment);
  const isCopied = attempt?.kind === 'reversed' && attempt.sourceServerID === sourceServerID;
  if (!isCopied || !replication) return { replicationState: 'DISCONNECTED', seen: added };
  return { replicationState, replication, seen: moment.now };
}

/**
 * A copy of the machine that was lost: its agent is not seen, until its failback is completed and replication to
 * AWS takes itself up again.
 * https://docs.aws.amazon.com/drs/latest/userguide/failback-performing-main.html
 */
function firstMachineState(world: World, server: SourceServer, moment: Moment): SourceServerState {
  const instance = world.recoveryInstances[server.launch?.recoveryInstanceID ?? ''];
  const completed = instance && stateOf(world, instance, moment).completed;
  const { machine } = server;
  const plan = planOf(machine, 'RESCAN', REPLICATION_STEPS);
  if (completed !== undefined) {
    const course = { machine, plan, facts: [], began: completed };
    const replication = replicationAt(course, moment.now, moment.speedHistory);
    return { replicationState: replication.state, replication, seen: moment.now };
  }
  const launched = instance && launchedAt(world, instance, moment);
  const lost = (launched ?? world.created) - 900_000;
  const error = 'AGENT_NOT_SEEN';
  const course = {
    machine,
    plan,
    facts: [{ kind: 'halted' as const, at: lost, as: 'STALLED' as const, error }],
    began: server.added,
  };
  const replication = replicationAt(course, moment.now, moment.speedHistory);
  return { replicationState: replication.state, replication, seen: lost };
}

/** The last launch of a source server: its job, and how far it has come. */
export function lastLaunchOf(
  world: World,
  { launch }: SourceServer,
  { now, speedHistory }: Moment,
) {
  const job = world.jobs[launch?.jobID ?? ''];
  if (!launch || !job) return undefined;
  const end = endFor(job, launch.recoveryInstanceID, now, speedHistory);
  return { launch, job, status: end?.status ?? 'PENDING' };
}

/** The recovery instance that a source server has now, if any. */
export function recoveryInstanceOf(world: World, server: SourceServer, moment: Moment) {
  const instance = world.recoveryInstances[server.launch?.recoveryInstanceID ?? ''];
  return instance && isListed(world, instance, moment) ? instance : undefined;
}
