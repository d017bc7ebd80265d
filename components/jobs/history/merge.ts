import type { JudgedJob } from '@/lib/contract/job';

/** A job of the history, which may hold jobs of several targets. */
export type HistoryJob = JudgedJob & { target: string };

/** The jobs of all targets in one list, newest first; those without a readable beginning come last. */
export function mergeJobs(answers: { target: string; jobs: JudgedJob[] }[]): HistoryJob[] {
  return answers
    .flatMap(({ target, jobs }) => jobs.map((job) => ({ ...job, target })))
    .toSorted((one, other) => compare(other.creationDateTime ?? '', one.creationDateTime ?? ''));
}

/** DRS writes all its instants alike, so that their order is that of the alphabet. */
function compare(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}
