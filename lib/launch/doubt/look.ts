import { describeProblem } from '@/lib/contract/problem-error';
import type { OpenBatch } from '@/lib/store/queue';
import type { Dispatch } from '../dispatch';
import type { Match } from '../matching';
import { adopt } from './adopt';
import { keepEvidence } from './evidence';
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
  if (batch.state === 'parked') return false;
  if (batch.state === 'planned') {
    await parkIfInDoubt(dispatch, batch, reading, match);
    return false;
  }
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

/** A batch that DRS turned back for the moment goes again by itself, but not beside a job that may be its own. */
async function parkIfInDoubt(
  dispatch: Dispatch,
  batch: OpenBatch,
  reading: Reading,
  { others }: Match,
) {
  // With evidence it is a person who has it sent again, having seen which jobs there are.
  if (batch.evidence || !others.some(({ mayBeOwn }) => mayBeOwn)) return;
  await keepEvidence(dispatch, batch, reading, others, []);
  await move(dispatch, batch, { transition: 'parkPostponed' });
}

const INTERRUPTED = describeProblem({
  status: 504,
  code: 'interrupted',
  title: 'The answer of DRS was not seen',
  detail: 'Homeward ended while it waited for the answer of DRS.',
});
