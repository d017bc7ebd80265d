import type { Job, Spread } from '@/lib/contract/job';
import { jobSpread } from '@/lib/outcome/expectation';

/** What the failback jobs of a target took that have ended; null when none has. */
export function pastFailbacks(jobs: readonly Job[]): Spread | null {
  return jobSpread(jobs.filter(({ initiatedBy }) => initiatedBy === 'FAILBACK'));
}

/** How many jobs follow one another where `atOnce` run at a time; none can run now counts as one. */
export function rounds(jobs: number, atOnce: number): number {
  return Math.ceil(jobs / Math.max(1, atOnce));
}
