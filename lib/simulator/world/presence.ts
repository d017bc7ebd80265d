import { endFor } from '../jobs/progress';
import { whenWorked } from '../speed-history';
import { factsUntil, lastFact } from './facts';
import type { Moment } from './moment';
import type { RecoveryInstance } from './recovery-instance';
import type { World } from './world';

/** How long a terminated instance is still listed, in milliseconds of work. Assumed. */
const LINGER = 600_000;

/** Whether DescribeRecoveryInstances lists it: it was launched, is not deleted, and was not terminated long ago. */
export function isListed(world: World, instance: RecoveryInstance, moment: Moment): boolean {
  const { now, speedHistory } = moment;
  if (lastFact(factsUntil(instance.facts, now), 'deleted')) return false;
  if (launchedAt(world, instance, moment) === undefined) return false;
  const end = terminationOf(world, instance, moment)?.end;
  return !end || now < whenWorked(speedHistory, end.at, LINGER);
}

/** When the instance began to run; undefined while it does not. */
export function launchedAt(
  world: World,
  { jobID, recoveryInstanceID }: RecoveryInstance,
  { now, speedHistory }: Moment,
): number | undefined {
  const end = endFor(world.jobs[jobID], recoveryInstanceID, now, speedHistory);
  return end?.status === 'LAUNCHED' ? end.at : undefined;
}

/** The job that works on the instance at the moment, if any. */
export function runningJobOf(
  world: World,
  instance: RecoveryInstance,
  { now, speedHistory }: Moment,
) {
  const fact = lastFact(factsUntil(instance.facts, now), 'failback-launched', 'terminated');
  const job = world.jobs[fact?.jobID ?? ''];
  return job && !endFor(job, instance.recoveryInstanceID, now, speedHistory) ? job : undefined;
}

/** The state of the machine in EC2. */
export function ec2StateOf(world: World, instance: RecoveryInstance, moment: Moment): string {
  const termination = terminationOf(world, instance, moment);
  if (!termination) return 'RUNNING';
  return termination.end ? 'TERMINATED' : 'SHUTTING-DOWN';
}

function terminationOf(
  world: World,
  { facts, recoveryInstanceID }: RecoveryInstance,
  { now, speedHistory }: Moment,
) {
  const fact = lastFact(factsUntil(facts, now), 'terminated');
  return fact && { end: endFor(world.jobs[fact.jobID], recoveryInstanceID, now, speedHistory) };
}
