import { initiatorWord, jobApiNames, jobTypeWord, OUTCOME_WORDS } from '../job-words';
import type { HistoryJob } from './merge';

/** Which jobs are shown. The address holds each field under its name; an empty one does not restrict. */
export interface JobFilter {
  search: string;
  target: string;
  /** A job type in words. */
  type: string;
  /** An outcome as the API names it. */
  outcome: string;
}

export const FILTER_PARAMETERS = ['search', 'target', 'type', 'outcome'] as const;

export const ALL_JOBS: JobFilter = { search: '', target: '', type: '', outcome: '' };

/** The outcomes that can be chosen, with their words. */
export const OUTCOME_CHOICES = Object.entries(OUTCOME_WORDS).map(([value, label]) => ({
  value,
  label,
}));

/** The jobs that pass, in their order. Text is looked for in ids, words, API names, tags and the verdict. */
export function filterJobs(
  jobs: HistoryJob[],
  { search, target, type, outcome }: JobFilter,
): HistoryJob[] {
  const wanted = search.trim().toLowerCase();
  return jobs.filter(
    (job) =>
      (!target || job.target === target) &&
      (!type || jobTypeWord(job) === type) &&
      (!outcome || job.outcome.outcome === outcome) &&
      (!wanted || wordsOf(job).includes(wanted)),
  );
}

/** The job types that occur, in words. */
export function typeChoices(jobs: HistoryJob[]): string[] {
  return [...new Set(jobs.map(jobTypeWord))].toSorted((one, other) =>
    one.localeCompare(other, 'en'),
  );
}

function wordsOf(job: HistoryJob): string {
  return [
    job.jobID,
    job.target,
    jobTypeWord(job),
    initiatorWord(job.initiatedBy),
    jobApiNames(job),
    job.status,
    job.outcome.sentence,
    ...Object.entries(job.tags ?? {}).flat(),
    ...(job.participatingServers ?? []).flatMap(({ sourceServerID, recoveryInstanceID }) => [
      sourceServerID,
      recoveryInstanceID,
    ]),
  ]
    .join(' ')
    .toLowerCase();
}
