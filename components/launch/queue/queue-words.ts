import type { Batch, FailbackLaunch } from '@/lib/contract/failback-launch';
import { formatCount } from '@/lib/format';
import { BATCH_WORDS } from '../batch-words';

/** The state of a batch in a sentence: what it waits for, the outcome of its job, or what its state means. */
export function standing({ state, waiting, outcome, problem }: Batch): string {
  if (waiting) return `${place(waiting.position)}. ${waiting.sentence}`;
  if (outcome) return outcome.sentence;
  if (state === 'rejected' && problem) return problem.detail;
  return BATCH_WORDS[state].sentence;
}

const place = (position: number) => (position === 1 ? 'Next' : `Number ${position} in the queue`);

/** What happens next with the waiting batches of a launch, in a sentence. */
export function describeQueue({
  batches,
  paused,
}: Pick<FailbackLaunch, 'batches' | 'paused'>): string {
  const waiting = batches.filter(({ state }) => state === 'planned').length;
  if (waiting === 0) return 'No batch waits; each was sent, cancelled or marked as not needed.';
  const what = formatCount(waiting, 'batch', 'batches');
  const verb = waiting === 1 ? 'waits' : 'wait';
  return paused
    ? `${what} ${verb} until somebody resumes the launch. Jobs that were sent go on.`
    : `${what} ${verb} and ${waiting === 1 ? 'is' : 'are'} sent by ${waiting === 1 ? 'itself' : 'themselves'} as jobs end.`;
}
