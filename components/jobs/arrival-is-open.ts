import type { JobOutcome } from '@/lib/contract/job';

/** Whether a job has ended but its log, which tells the servers that arrived, has not been read. */
export function arrivalIsOpen({
  outcome,
  isLogRead,
}: Pick<JobOutcome, 'outcome' | 'isLogRead'>): boolean {
  return outcome === 'unknown' && !isLogRead;
}
