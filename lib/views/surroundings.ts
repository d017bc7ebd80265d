import type { TargetConfig } from '@/lib/config';
import type { Job } from '@/lib/contract/job';
import type { RecoveryInstance } from '@/lib/contract/recovery-instance';
import type { Surroundings } from '@/lib/readiness/facts';
import { indexRunningJobs } from '@/lib/outcome/running-jobs';
import type { Reading } from '@/lib/watch/snapshot';

interface Readings {
  fleet: Pick<Reading<unknown>, 'asOf'>;
  /** Undefined when the jobs could not be read. */
  jobs: Pick<Reading<Job[]>, 'asOf' | 'value'> | undefined;
  /** How far the clock of DRS is ahead, in milliseconds. */
  clockOffset: number | undefined;
}

/** The settings of a target that its instances are judged by. */
export type WatchedConfig = Pick<TargetConfig, 'region' | 'thresholds' | 'simulatorURL'>;

/** What each recovery instance of a reading is judged with. */
export function surroundingsOf(
  { region, thresholds, simulatorURL }: WatchedConfig,
  { fleet, jobs, clockOffset }: Readings,
  now: Date,
): (instance: RecoveryInstance) => Surroundings {
  const runningJobOf = indexRunningJobs(jobs?.value ?? []);
  return (instance) => ({
    region,
    thresholds,
    now,
    asOf: fleet.asOf,
    jobsAsOf: jobs?.asOf,
    clock: { offset: clockOffset, isSimulated: simulatorURL !== undefined },
    runningJob: runningJobOf(instance),
  });
}
