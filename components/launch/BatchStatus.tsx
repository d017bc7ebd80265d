import type { Batch } from '@/lib/contract/failback-launch';
import { OutcomeStatus } from '@/components/jobs/OutcomeStatus';
import { Status } from '@/components/ui/Status';
import { BATCH_WORDS, TONE_KINDS } from './batch-words';

/** The state of a batch in a word or two, or the outcome of its job once there is one. */
export function BatchStatus({ batch: { state, outcome } }: { batch: Batch }) {
  const { tone, word } = BATCH_WORDS[state];
  if (tone === 'job' && outcome) return <OutcomeStatus outcome={outcome.outcome} />;
  return <Status kind={TONE_KINDS[tone]}>{word}</Status>;
}
