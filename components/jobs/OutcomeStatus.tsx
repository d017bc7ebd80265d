import type { JobOutcome } from '@/lib/contract/job';
import { Status, type StatusKind } from '@/components/ui/Status';
import { OUTCOME_WORDS } from './job-words';

const KINDS: Record<JobOutcome['outcome'], StatusKind> = {
  running: 'running',
  succeeded: 'ready',
  'partly-failed': 'failed',
  failed: 'failed',
  cancelled: 'caution',
  unknown: 'unknown',
};

/** The verdict on a job or a launch in a word. */
export function OutcomeStatus({ outcome }: Pick<JobOutcome, 'outcome'>) {
  return <Status kind={KINDS[outcome]}>{OUTCOME_WORDS[outcome]}</Status>;
}
