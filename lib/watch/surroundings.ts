import type { TargetConfig } from '@/lib/config';
import type { Job } from '@/lib/contract/job';
import type { RecoveryInstance } from '@/lib/contract/recovery-instance';
import type { Surroundings } from '@/lib/readiness/facts';
import { indexRunningJobs } from './running-jobs';
import type { Reading } from './snapshot';

interface Readings {
  fleet: Pick<Reading<unknown>, 'asOf'>;
  /** Undefined when the jobs could not be read. */
  jobs: Pick<Reading<Job[]>, 'asOf' | 'value'> | undefined;
}

/** What each recovery instance of a reading is judged with. */
export function surroundingsOf(
  { region, thresholds }: Pick<TargetConfig, 'region' | 'thresholds'>,
  { fleet, jobs }: Readings,
  now: Date,
): (instance: RecoveryInstance) => Surroundings {
  const runningJobOf = indexRunningJobs(jobs?.value ?? []);
  return (instance) => ({
    region,
    thresholds,
    now,
    asOf: fleet.asOf,
    jobsAsOf: jobs?.asOf,
    runningJob: runningJobOf(instance),
  });
}
