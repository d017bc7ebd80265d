import { checkpoint } from '@/lib/checkpoints';
import type { Problem } from '@/lib/contract/problem';
import { LAUNCH_TAG } from '@/lib/contract/tags';
import { hadNoEffect, toDrsProblem } from '@/lib/drs/errors';
import { type StartedFailback, startFailbackLaunch } from '@/lib/drs/failback-launch';
import type { Move } from '@/lib/store/batches';
import type { StoredBatch, StoredLaunch } from '@/lib/store/launches';
import { correlation } from './correlation';
import { type Dispatch, UNSENT } from './dispatch';
import type { Usage } from './plan';
import { LONGEST_DELAY } from './turn';

/** Between the mark in the store and the first byte on the wire; whoever is slower sends nothing. Milliseconds. */
export const SEND_WITHIN = 2_000;

/** The batch was marked too long ago for its call to leave still. */
class TooLateError extends Error {
  override name = 'TooLateError';
}

/** A batch that this process has marked as being sent. */
export interface Claimed {
  launch: StoredLaunch;
  batch: StoredBatch;
  /** What was taken of the quotas beside it. */
  inUse: Usage;
}

/**
 * Makes the one call for a claimed batch and says what became of it; `marked` tells how long ago it was claimed, in
 * milliseconds. Throws nothing.
 */
export async function callDrs(
  { context, target, limits }: Dispatch,
  { launch, batch, inUse }: Claimed,
  marked: () => number,
): Promise<Move> {
  const began = context.monotonic();
  let mayHaveLeft = false;
  const finish = (move: Omit<Move, 'dateTime' | 'attempt'>, facts?: Facts): Move => ({
    attempt: batch.attempts,
    ...move,
    dateTime: context.clock.now().toISOString(),
    call: {
      operation: 'StartFailbackLaunch',
      durationMilliseconds: Math.round(context.monotonic() - began),
      ...facts,
    },
  });
  try {
    const answer = await startFailbackLaunch(
      target.door,
      batch.recoveryInstanceIDs,
      tagsOf(launch, batch.number),
      () => {
        if (mayHaveLeft) throw new Error('The call was about to leave a second time.');
        if (marked() > SEND_WITHIN) throw new TooLateError('Too late to be sent.');
        checkpoint('before-write');
        mayHaveLeft = true;
      },
    );
    return finish(ofAnswer(context.clock.now(), answer), factsOf(answer));
  } catch (error) {
    if (error instanceof TooLateError) {
      return finish({ transition: 'postpone', change: UNSENT }, { code: 'not-sent' });
    }
    const problem = toDrsProblem(error);
    const facts = { status: problem.status, code: problem.code, requestID: problem.requestID };
    if (problem.code === 'drs-quota-exceeded') {
      limits.learn(problem.quotaCode, batch.recoveryInstanceIDs.length, inUse);
    }
    const isCertain = !mayHaveLeft || hadNoEffect(error);
    return finish(ofProblem(context.clock.now(), batch, problem, isCertain), facts);
  }
}

type Facts = Record<string, unknown>;

function ofAnswer(now: Date, { job }: StartedFailback): Pick<Move, 'transition' | 'change'> {
  if (!job) throw new Error('DRS answered without a job.');
  return {
    transition: 'accept',
    change: { answeredDateTime: now.toISOString(), jobID: job.jobID, job, problem: null },
  };
}

function ofProblem(
  now: Date,
  batch: StoredBatch,
  problem: Problem,
  isCertain: boolean,
): Pick<Move, 'transition' | 'change'> {
  const answered = { answeredDateTime: now.toISOString(), problem };
  const isForNow = problem.code === 'drs-throttling' || problem.code === 'drs-quota-exceeded';
  if (isCertain && isForNow) {
    const notBefore = new Date(now.getTime() + delayOf(batch, problem)).toISOString();
    return { transition: 'postpone', change: { ...answered, ...UNSENT, notBefore } };
  }
  // What an earlier call of a batch that a person had sent again did is as unknown as before.
  const whenRefused = batch.evidence ? 'rejectResend' : 'reject';
  return { transition: isCertain ? whenRefused : 'loseAnswer', change: answered };
}

/** What DRS asks for, else longer with every attempt; quotas become free only as jobs end. Milliseconds. */
function delayOf({ attempts }: StoredBatch, { code, retryAfterSeconds }: Problem): number {
  const own = code === 'drs-throttling' ? Math.min(60_000, 1_000 * 2 ** attempts) : 15_000;
  return Math.min(LONGEST_DELAY, retryAfterSeconds ? retryAfterSeconds * 1_000 : own);
}

function tagsOf(launch: StoredLaunch, number: number): Record<string, string> {
  return launch.withoutTags ? {} : { ...launch.tags, [LAUNCH_TAG]: correlation(launch, number) };
}

const factsOf = ({ requestID, status }: StartedFailback): Facts => ({ status, requestID });
