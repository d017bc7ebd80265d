import { describeProblem } from '@/lib/contract/problem-error';
import type { OpenBatch } from '@/lib/store/queue';
import type { Dispatch } from '../dispatch';
import { adopt } from './adopt';
import { findOwn } from './find-own';
import { move } from './open-batch';
import { doubtOf, nextLook } from './patience';
import type { Reading } from './readings';
import { weigh } from './weigh';

/** Looks for the job of a batch in doubt among those that were read. Resolves to whether it was found. */
export async function look(
  dispatch: Dispatch,
  batch: OpenBatch,
  reading: Reading,
): Promise<boolean> {
  const { context } = dispatch;
  const doubt = doubtOf(dispatch, batch);
  doubt.looks += 1;
  doubt.nextLook = nextLook(dispatch, batch, doubt);
  const elapsed = reading.began - doubt.since;
  const match = findOwn(dispatch, batch, reading.jobs);
  if (match.job) return adopt(dispatch, batch, match.job);
  if (batch.state === 'parked' || batch.state === 'planned') return false;
  if (batch.state === 'sending') {
    if (elapsed < (batch.leaseMilliseconds ?? 0)) return false;
    // Its owner has had all the time it could need; only the answer can be lost, the call can leave no more.
    await move(dispatch, batch, {
      transition: 'giveUpOnAnswer',
      change: { problem: INTERRUPTED },
    });
    return false;
  }
  return weigh(dispatch, batch, reading, match, elapsed >= context.config.settleMilliseconds);
}

const INTERRUPTED = describeProblem({
  status: 504,
  code: 'interrupted',
  title: 'The answer of DRS was not seen',
  detail: 'Homeward ended while it waited for the answer of DRS.',
});
