import type { Expectation, Job } from '@/lib/contract/job';
import { expectationFrom } from '@/lib/outcome/expectation';
import type { TargetWatch } from './target-watch';

/** So many of the latest finished jobs are learnt from. */
const PAST_JOBS = 20;

/**
 * What the latest finished jobs of the same kind lead to expect of a running one; null for one that has ended.
 * Nobody waits for it: a log that is missing is read behind the answer, one at a time, and counts from then on.
 */
export function expectationOf(
  watch: Pick<TargetWatch, 'log'>,
  jobs: readonly Job[],
  job: Job,
): Expectation | null {
  if (job.status === 'COMPLETED') return null;
  const past = jobs.filter((other) => isPastOf(job, other)).slice(0, PAST_JOBS);
  const read = past.map((ended) => ({ job: ended, log: watch.log(ended).last()?.value }));
  const missing = read.find(({ log }) => log === undefined);
  if (missing)
    void watch
      .log(missing.job)
      .latest()
      .catch(() => undefined);
  return expectationFrom(read.flatMap(({ job: ended, log }) => (log ? [{ job: ended, log }] : [])));
}

function isPastOf(job: Job, { status, type, initiatedBy }: Job): boolean {
  return status === 'COMPLETED' && type === job.type && initiatedBy === job.initiatedBy;
}
