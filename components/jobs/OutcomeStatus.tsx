import type { JobOutcome } from '@/lib/contract/job';
import { Status, type StatusKind } from '@/components/ui/Status';
import { arrivalIsOpen } from './arrival-is-open';
import { OUTCOME_WORDS } from './job-words';

const KINDS: Record<JobOutcome['outcome'], StatusKind> = {
  running: 'running',
  succeeded: 'ready',
  'partly-failed': 'failed',
  failed: 'failed',
  cancelled: 'caution',
  unknown: 'unknown',
};

/** The verdict on a job or a launch in a word, or that a job's log has yet to be read for one. */
export function OutcomeStatus({
  outcome,
  isLogRead = true,
}: Pick<JobOutcome, 'outcome'> & Partial<Pick<JobOutcome, 'isLogRead'>>) {
  const word = arrivalIsOpen({ outcome, isLogRead }) ? 'Log not read' : OUTCOME_WORDS[outcome];
  return <Status kind={KINDS[outcome]}>{word}</Status>;
}
