import type { StreamEvent } from '@/lib/contract/event';
import { applyPatch } from '@/lib/patch/apply';
import type { Sequenced } from './live-query';

/**
 * What an event makes of an answer: the newer answer; the same one when the event says nothing new; undefined
 * when the answer has to be asked for, because something was missed or there is none any more.
 */
export function advance(answer: Sequenced | undefined, event: StreamEvent): Sequenced | undefined {
  if (event.kind === 'problem') return undefined;
  if (answer && event.sequence <= answer.sequence) return answer;
  if (event.kind === 'snapshot') return { ...event.answer, sequence: event.sequence };
  if (event.kind === 'current' || answer?.sequence !== event.from) return undefined;
  try {
    return applyPatch(answer, event.patch);
  } catch {
    return undefined;
  }
}
