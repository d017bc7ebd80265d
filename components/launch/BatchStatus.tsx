import { OutcomeStatus } from '@/components/jobs/OutcomeStatus';
import { Status } from '@/components/ui/Status';
import { BATCH_STATES } from '@/lib/contract/batch-states';
import type { Batch } from '@/lib/contract/failback-launch';
import { BATCH_WORDS } from './batch-words';

/** The state of a batch in a word or two, or the outcome of its job once there is one. */
export function BatchStatus({ batch: { state, outcome } }: { batch: Batch }) {
  const { kind, word } = BATCH_WORDS[state];
  if (BATCH_STATES[state].hasJob && outcome) return <OutcomeStatus outcome={outcome.outcome} />;
  return <Status kind={kind}>{word}</Status>;
}
