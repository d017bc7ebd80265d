import type { JobOutcome } from '@/lib/contract/job';

/** Whether a job has ended, and only its log, which has not been read, can say who has arrived. */
export function arrivalIsOpen({
  outcome,
  isLogRead,
}: Pick<JobOutcome, 'outcome' | 'isLogRead'>): boolean {
  return outcome === 'unknown' && !isLogRead;
}
