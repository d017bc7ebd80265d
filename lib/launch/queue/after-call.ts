import type { Job } from '@/lib/contract/job';
import type { Problem } from '@/lib/contract/problem';
import type { Move } from '@/lib/store/batches';
import type { StoredBatch } from '@/lib/store/launches';
import { UNSENT } from '../send-context';
import { LONGEST_DELAY } from './turn';

/** How a call of StartFailbackLaunch ended. */
export type CallEnd =
  /** DRS answered with a job. */
  | { kind: 'accepted'; job: Job }
  /** It was not made, because it would have left too late. */
  | { kind: 'not-sent' }
  /** It certainly had no effect: it did not leave, or DRS said so. */
  | { kind: 'refused'; problem: Problem }
  /** It may have had an effect or not. */
  | { kind: 'unclear'; problem: Problem };

/** What becomes of a batch after its call: only an answer without doubt ends it, and any other is looked for. */
export function afterCall(
  end: CallEnd,
  batch: Pick<StoredBatch, 'attempts' | 'evidence' | 'sentDateTime' | 'firstSentDateTime'>,
  now: Date,
): Pick<Move, 'transition' | 'change'> {
  const answeredDateTime = now.toISOString();
  switch (end.kind) {
    case 'accepted': {
      const { job } = end;
      const change = { answeredDateTime, jobID: job.jobID, job, problem: null };
      return { transition: 'accept', change };
    }
    case 'not-sent':
      return { transition: 'postpone', change: UNSENT };
    case 'unclear':
      return { transition: 'loseAnswer', change: { answeredDateTime, problem: end.problem } };
    case 'refused': {
      const { problem } = end;
      const delay = delayOf(problem, batch.attempts);
      if (delay !== undefined) {
        const notBefore = new Date(now.getTime() + delay).toISOString();
        const firstSentDateTime = batch.firstSentDateTime ?? batch.sentDateTime;
        const change = { answeredDateTime, problem, ...UNSENT, firstSentDateTime, notBefore };
        return { transition: 'postpone', change };
      }
      // With evidence an earlier call of the batch is in doubt, and this refusal says nothing about that one.
      const transition = batch.evidence ? 'rejectResend' : 'reject';
      return { transition, change: { answeredDateTime, problem } };
    }
  }
}

/**
 * How long to wait after a refusal for the moment, in milliseconds; undefined for any other refusal. It is as long as
 * DRS says. Without its word the wait after throttling grows with every attempt; a quota becomes free as jobs end.
 */
function delayOf({ code, retryAfterSeconds }: Problem, attempts: number): number | undefined {
  if (code !== 'drs-throttling' && code !== 'drs-quota-exceeded') return undefined;
  const own = code === 'drs-throttling' ? Math.min(60_000, 1_000 * 2 ** attempts) : 15_000;
  return Math.min(LONGEST_DELAY, retryAfterSeconds ? retryAfterSeconds * 1_000 : own);
}
