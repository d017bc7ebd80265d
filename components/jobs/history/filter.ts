import type { JobOutcome, JudgedJob } from '@/lib/contract/job';
import { initiatorWord, jobApiNames, jobTypeWord } from '../job-words';

export interface JobFilter {
  text: string;
  /** A job type in words; empty for all. */
  type: string;
  outcome: JobOutcome['outcome'] | '';
}

export const ALL_JOBS: JobFilter = { text: '', type: '', outcome: '' };

/** The jobs that pass, in their order. Text is looked for in ids, words, API names, tags and the verdict. */
export function filterJobs(jobs: JudgedJob[], { text, type, outcome }: JobFilter): JudgedJob[] {
  const wanted = text.trim().toLowerCase();
  return jobs.filter(
    (job) =>
      (!type || jobTypeWord(job) === type) &&
      (!outcome || job.outcome.outcome === outcome) &&
      (!wanted || wordsOf(job).includes(wanted)),
  );
}

/** The job types that occur, in words. */
export function typeChoices(jobs: JudgedJob[]): string[] {
  return [...new Set(jobs.map(jobTypeWord))].toSorted((one, other) =>
    one.localeCompare(other, 'en'),
  );
}

function wordsOf(job: JudgedJob): string {
  return [
    job.jobID,
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
