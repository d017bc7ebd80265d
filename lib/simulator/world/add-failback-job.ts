import type { Job } from '../jobs/job';
import { clientLostSince } from './client';
import type { Moment } from './moment';
import type { RecoveryInstance } from './recovery-instance';
import { type World, addJob } from './world';

/** Starts the failback job of these instances of the world, whatever their state. */
export function addFailbackJob(
  world: World,
  instances: readonly RecoveryInstance[],
  { now }: Moment,
  tags: Record<string, string> = {},
): Job {
  const participants = instances.map(
    ({ sourceServerID, recoveryInstanceID, launchOutcome, facts }) => {
      const clientLost = clientLostSince(facts);
      return {
        sourceServerID,
        recoveryInstanceID,
        launchOutcome,
        ...(clientLost === undefined ? {} : { clientLost }),
      };
    },
  );
  const job = addJob(world, 'FAILBACK', participants, { created: now, tags });
  for (const { facts } of instances)
    facts.push({ kind: 'failback-launched', at: now, jobID: job.jobID });
  return job;
}
