import { endFor } from '../jobs/standing';
import { whenWorked } from '../paces';
import { type Fact, type FactOf, factsUntil, lastFact } from './facts';
import type { Moment } from './moment';
import { PAIRING_STEPS, REPLICATION_STEPS, planOf } from './plan';
import type { RecoveryInstance } from './recovery-instance';
import { type Replication, replicationAt } from './replication';
import type { World } from './world';

/** Where a recovery instance stands at a moment. Instants are milliseconds since the epoch. */
export interface Life {
  failbackState: string;
  replicationState: string;
  /** Absent before anything is replicated, and after the instance was disconnected. */
  replication?: Replication;
  /** The failback client, or the reversal, that drives the replication. */
  attempt?: FactOf<'client-booted'> | FactOf<'reversed'>;
  /** The job of the last failback. */
  failbackJobID?: string;
  /** Since when its failback has been over. */
  completed?: number;
  ec2InstanceState: string;
}

/** How long a terminated instance is still listed, in milliseconds of work. Assumed. */
const LINGER = 600_000;

/** Works out where an instance stands from its facts and its jobs. */
export function lifeOf(world: World, instance: RecoveryInstance, moment: Moment): Life {
  const facts = factsUntil(instance.facts, moment.now);
  const life = instance.origin
    ? lifeInAWS(instance, facts, moment)
    : lifeOnPremises(world, instance, facts, moment);
  const settled = lastFact(facts, 'disconnected', 'terminated') ? disconnected(life) : life;
  return { ...settled, ec2InstanceState: ec2StateOf(world, instance, facts, moment) };
}

/** Whether DescribeRecoveryInstances lists it: it was launched, and is neither deleted nor long gone. */
export function isListed(world: World, instance: RecoveryInstance, moment: Moment): boolean {
  const { now, paces } = moment;
  const facts = factsUntil(instance.facts, now);
  if (lastFact(facts, 'deleted') || launchedAt(world, instance, moment) === undefined) return false;
  const gone = terminationOf(world, instance, facts, moment);
  return !gone || now < whenWorked(paces, gone.at, LINGER);
}

/** When the instance began to run; undefined while it does not. */
export function launchedAt(
  world: World,
  { jobID, recoveryInstanceID }: RecoveryInstance,
  { now, paces }: Moment,
): number | undefined {
  const end = endFor(world.jobs[jobID], recoveryInstanceID, now, paces);
  return end?.status === 'LAUNCHED' ? end.at : undefined;
}

/** The job that works on the instance at the moment, if any. */
export function runningJobOf(world: World, instance: RecoveryInstance, { now, paces }: Moment) {
  const fact = lastFact(factsUntil(instance.facts, now), 'failback-launched', 'terminated');
  const job = world.jobs[fact?.jobID ?? ''];
  return job && !endFor(job, instance.recoveryInstanceID, now, paces) ? job : undefined;
}

type Course = Omit<Life, 'ec2InstanceState'>;

const NOTHING_YET: Course = {
  failbackState: 'FAILBACK_NOT_STARTED',
  replicationState: 'NOT_STARTED',
};

function lifeOnPremises(
  world: World,
  { machine, recoveryInstanceID }: RecoveryInstance,
  facts: readonly Fact[],
  moment: Moment,
): Course {
  const { now, paces } = moment;
  const launch = lastFact(facts, 'failback-launched');
  const job = launch ? { failbackJobID: launch.jobID } : {};
  const begin = lastFact(facts, 'client-booted', 'failback-stopped');
  if (!begin || begin.kind === 'failback-stopped') return { ...NOTHING_YET, ...job };

  const kind = begin.toOriginalServer ? 'RESCAN' : 'INITIAL_SYNC';
  const course = {
    machine,
    plan: planOf(machine, kind, PAIRING_STEPS),
    facts: facts.slice(facts.indexOf(begin)),
    began: begin.at,
  };
  const end =
    launch && launch.at >= begin.at
      ? endFor(world.jobs[launch.jobID], recoveryInstanceID, now, paces)
      : undefined;
  if (end && end.status !== 'PENDING') {
    const isHome = end.status === 'LAUNCHED';
    return {
      failbackState: isHome ? 'FAILBACK_COMPLETED' : 'FAILBACK_ERROR',
      replicationState: 'STOPPED',
      replication: { ...replicationAt(course, end.at, paces), lagSeconds: 0 },
      attempt: begin,
      ...job,
      ...(isHome ? { completed: end.at } : {}),
    };
  }
  const replication = replicationAt(course, now, paces);
  return {
    failbackState: failbackStateOf(replication, moment),
    replicationState: replication.state,
    replication,
    attempt: begin,
    ...job,
  };
}

function lifeInAWS({ machine }: RecoveryInstance, facts: readonly Fact[], moment: Moment): Course {
  const begin = lastFact(facts, 'reversed', 'origin-unreadable');
  if (begin?.kind === 'origin-unreadable') {
    return {
      failbackState: 'FAILBACK_LAUNCH_STATE_NOT_AVAILABLE',
      replicationState: 'REPLICATION_STATE_NOT_AVAILABLE',
    };
  }
  if (!begin) return { ...NOTHING_YET, failbackState: 'FAILBACK_NOT_READY_FOR_LAUNCH' };
  const plan = planOf(machine, begin.rescan ? 'RESCAN' : 'INITIAL_SYNC', REPLICATION_STEPS);
  const course = { machine, plan, facts: facts.slice(facts.indexOf(begin)), began: begin.at };
  const replication = replicationAt(course, moment.now, moment.paces);
  if (begin.rescan && replication.state === 'INITIATING') {
    // The agent is pointed to a source server that is there already; for a moment nobody sees it.
    const { initiation: _, ...silent } = replication;
    return {
      failbackState: 'FAILBACK_IN_PROGRESS',
      replicationState: 'STALLED',
      replication: { ...silent, state: 'STALLED', error: 'AGENT_NOT_SEEN' },
      attempt: begin,
    };
  }
  return {
    failbackState: failbackStateOf(replication, moment),
    replicationState: replication.state,
    replication,
    attempt: begin,
  };
}

function failbackStateOf({ state, error, isConsistent }: Replication, moment: Moment): string {
  if (state === 'STALLED' && error && (moment.stalledIsError || !isConsistent)) {
    return 'FAILBACK_ERROR';
  }
  return isConsistent ? 'FAILBACK_READY_FOR_LAUNCH' : 'FAILBACK_IN_PROGRESS';
}

/** What disconnecting leaves of a life: nothing is replicated any more, and what had ended stays ended. */
function disconnected(life: Course): Course {
  const { failbackState, failbackJobID, completed } = life;
  const isOver = ['FAILBACK_COMPLETED', 'FAILBACK_ERROR'].includes(failbackState);
  return {
    failbackState: isOver ? failbackState : 'FAILBACK_NOT_STARTED',
    replicationState: 'DISCONNECTED',
    ...(failbackJobID ? { failbackJobID } : {}),
    ...(completed ? { completed } : {}),
  };
}

function terminationOf(
  world: World,
  { recoveryInstanceID }: RecoveryInstance,
  facts: readonly Fact[],
  { now, paces }: Moment,
) {
  const fact = lastFact(facts, 'terminated');
  return fact && endFor(world.jobs[fact.jobID], recoveryInstanceID, now, paces);
}

function ec2StateOf(
  world: World,
  instance: RecoveryInstance,
  facts: readonly Fact[],
  moment: Moment,
): string {
  if (!lastFact(facts, 'terminated')) return 'RUNNING';
  return terminationOf(world, instance, facts, moment) ? 'TERMINATED' : 'SHUTTING-DOWN';
}
