import { checkpoint } from '@/lib/checkpoints';
import type { Problem } from '@/lib/contract/problem';
import type { OpenBatch } from '@/lib/store/queue';
import { conflictsIn } from '../conflicts';
import type { Dispatch } from '../dispatch';
import type { Match } from '../matching';
import { adopt } from './adopt';
import { keepEvidence } from './evidence';
import { findOwn } from './find-own';
import { move, whenRefused } from './open-batch';
import { doubtOf } from './patience';
import { type Pointers, type Reading, readPointers } from './readings';

const NO_POINTERS: Pointers = { ids: [], jobs: [] };

/**
 * Nothing was found for a batch of unknown outcome: notes what was seen, and ends the doubt when it has to end.
 * Resolves to whether its job was found after all, where its servers point.
 */
export async function weigh(
  dispatch: Dispatch,
  batch: OpenBatch,
  reading: Reading,
  match: Match,
  isSettled: boolean,
): Promise<boolean> {
  const refused = await refusedFor(dispatch, batch, match);
  if (refused) {
    const change = { problem: refused };
    await move(dispatch, batch, { transition: whenRefused(batch), change });
    return false;
  }
  const pointers = isSettled ? await readPointers(dispatch, batch, reading.jobs) : NO_POINTERS;
  const pointed = findOwn(dispatch, batch, pointers.jobs);
  if (pointed.job) return adopt(dispatch, batch, pointed.job);
  const others = [...match.others, ...pointed.others];
  await keepEvidence(dispatch, batch, reading, others, pointers.ids);
  if (isSettled && doubtOf(dispatch, batch).looks >= 2) await endDoubt(dispatch, batch, others);
  return false;
}

/** The conflict that DRS answered with, when another job has these servers: then the call was refused. */
async function refusedFor(
  dispatch: Dispatch,
  { problem, recoveryInstanceIDs }: OpenBatch,
  { others }: Match,
): Promise<Problem | undefined> {
  if (problem?.status !== 409) return undefined;
  const jobs = others.filter(({ mayBeOwn }) => !mayBeOwn).map(({ job }) => job);
  const conflicts = await conflictsIn(dispatch, recoveryInstanceIDs, jobs);
  return conflicts.length > 0 ? { ...problem, conflicts } : undefined;
}

/** A conflict for which nothing has come to light was a refusal, unless a job that may be its own is in the way. */
async function endDoubt(dispatch: Dispatch, batch: OpenBatch, others: Match['others']) {
  const isRefused = batch.problem?.status === 409 && !others.some(({ mayBeOwn }) => mayBeOwn);
  const transition = isRefused ? whenRefused(batch) : 'park';
  if (transition === 'park') checkpoint('before-park');
  await move(dispatch, batch, { transition });
}
