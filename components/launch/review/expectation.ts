import type { Job } from '@/lib/contract/job';
import { parseInstant } from '@/lib/format';

/** How long failback jobs have taken here. */
export interface PastJobs {
  count: number;
  /** Seconds. */
  median: number;
}

/** What the failback jobs of a target took that have ended; undefined when none has. */
export function pastFailbacks(jobs: readonly Job[]): PastJobs | undefined {
  const seconds = jobs
    .filter(({ initiatedBy }) => initiatedBy === 'FAILBACK')
    .flatMap((job) => durationOf(job) ?? [])
    .toSorted((one, other) => one - other);
  const median = seconds[Math.floor(seconds.length / 2)];
  return median === undefined ? undefined : { count: seconds.length, median };
}

function durationOf({ creationDateTime, endDateTime }: Job): number | undefined {
  const began = parseInstant(creationDateTime)?.getTime();
  const ended = parseInstant(endDateTime)?.getTime();
  return began === undefined || ended === undefined ? undefined : (ended - began) / 1000;
}

/** How many jobs follow one another where `atOnce` run at a time; none can run now counts as one. */
export function rounds(jobs: number, atOnce: number): number {
  return Math.ceil(jobs / Math.max(1, atOnce));
}
