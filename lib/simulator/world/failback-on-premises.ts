import { endFor } from '../jobs/progress';
import { type Fact, type FactOf, factsFrom, lastFact } from './facts';
import { type Failback, failbackStateOf } from './failback';
import type { Moment } from './moment';
import { PAIRING_STEPS, planOf } from './plan';
import type { RecoveryInstance } from './recovery-instance';
import type { Course } from './replication';
import { replicationAt } from './replication-at';
import type { World } from './world';

/** The failback of a server that came from the premises: a client is booted there, and a job launches it. */
export function failbackOnPremises(
  world: World,
  instance: RecoveryInstance,
  facts: readonly Fact[],
  moment: Moment,
): Failback {
  const launch = lastFact(facts, 'failback-launched');
  const job = launch ? { failbackJobID: launch.jobID } : {};
  const begin = lastFact(facts, 'client-booted', 'failback-stopped');
  if (!begin || begin.kind === 'failback-stopped') {
    return { failbackState: 'FAILBACK_NOT_STARTED', replicationState: 'NOT_STARTED', ...job };
  }
  const course = {
    machine: instance.machine,
    plan: planOf(
      instance.machine,
      begin.toOriginalServer ? 'RESCAN' : 'INITIAL_SYNC',
      PAIRING_STEPS,
    ),
    facts: factsFrom(facts, begin),
    began: begin.at,
  };
  const state =
    launch && launch.at >= begin.at
      ? launched(world, instance, launch, course, moment)
      : replicated(course, moment);
  return { ...state, attempt: begin, ...job };
}

function replicated(course: Course, moment: Moment): Failback {
  const replication = replicationAt(course, moment.now, moment.speedHistory);
  return {
    failbackState: failbackStateOf(replication, moment),
    replicationState: replication.state,
    replication,
  };
}

/** While its job runs a server stays ready, whatever happens to its replication; that is assumed. */
function launched(
  world: World,
  { recoveryInstanceID }: RecoveryInstance,
  { jobID }: FactOf<'failback-launched'>,
  course: Course,
  moment: Moment,
): Failback {
  const { now, speedHistory } = moment;
  const end = endFor(world.jobs[jobID], recoveryInstanceID, now, speedHistory);
  if (!end) return { ...replicated(course, moment), failbackState: 'FAILBACK_READY_FOR_LAUNCH' };
  // The job skipped the server, so it keeps its state.
  if (end.status === 'PENDING') return replicated(course, moment);
  const isHome = end.status === 'LAUNCHED';
  return {
    failbackState: isHome ? 'FAILBACK_COMPLETED' : 'FAILBACK_ERROR',
    replicationState: 'STOPPED',
    replication: { ...replicationAt(course, end.at, speedHistory), lagSeconds: 0 },
    ...(isHome ? { completed: end.at } : {}),
  };
}
