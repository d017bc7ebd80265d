import type { Batch } from '@/lib/contract/failback-launch';
import { OutcomeStatus } from '@/components/jobs/OutcomeStatus';
import { Status, type StatusKind } from '@/components/ui/Status';
import { BATCH_WORDS, type BatchTone } from './batch-words';

const KINDS: Record<BatchTone, StatusKind> = {
  waiting: 'running',
  sending: 'running',
  job: 'running',
  refused: 'failed',
  aside: 'done',
  doubt: 'unknown',
};

/** The state of a batch in a word or two; once there is a job, what becomes of that. */
export function BatchStatus({ batch: { state, outcome } }: { batch: Batch }) {
  const { tone, word } = BATCH_WORDS[state];
  if (tone === 'job' && outcome) return <OutcomeStatus outcome={outcome.outcome} />;
  return <Status kind={KINDS[tone]}>{word}</Status>;
}
