import type { Expectation, Job } from '@/lib/contract/job';
import { expectationFrom } from '@/lib/outcome/expectation';
import { pastJobsOf } from '@/lib/outcome/past-jobs';
import type { Logs } from './logs';

/**
 * What the latest finished jobs of the same kind lead to expect of a running one, by their logs as far as they are known;
 * null for a job that has ended.
 */
export function expectationOf(
  logs: Pick<Logs, 'known'>,
  jobs: readonly Job[],
  job: Job,
): Expectation | null {
  if (job.status === 'COMPLETED') return null;
  return expectationFrom(
    pastJobsOf(job, jobs).flatMap((past) => {
      const log = logs.known(past);
      return log ? [{ job: past, log: log.lines }] : [];
    }),
  );
}
