import type { Job } from '@/lib/contract/job';

/** So many of the latest finished jobs are learnt from. */
const MOST = 20;

/** The latest finished jobs of the same kind as this one, in the order of `jobs`. */
export function pastJobsOf(job: Job, jobs: readonly Job[]): Job[] {
  return jobs
    .filter(
      ({ status, type, initiatedBy }) =>
        status === 'COMPLETED' && type === job.type && initiatedBy === job.initiatedBy,
    )
    .slice(0, MOST);
}
