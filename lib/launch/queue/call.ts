import { checkpoint } from '@/lib/checkpoints';
import { LAUNCH_TAG, correlation } from '@/lib/contract/tag-rules';
import { hadNoEffect, toDrsProblem } from '@/lib/drs/errors';
import { startFailbackLaunch } from '@/lib/drs/failback-launch';
import type { Move } from '@/lib/store/batches';
import type { StoredBatch, StoredLaunch } from '@/lib/store/launches';
import type { Target } from '@/lib/targets/target';
import { type CallEnd, afterCall } from './after-call';
import type { SendContext } from '../send-context';
import type { Usage } from '../plan';

/** A call whose first byte would leave later than this after its mark in the store is not made. Milliseconds. */
export const SEND_WITHIN = 2_000;

/** The batch was marked too long ago, so its call must not leave any more. */
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
 * Makes the one call for a claimed batch and says what becomes of it; `marked` tells how long ago it was claimed, in
 * milliseconds. Throws nothing.
 */
export async function callDrs(
  { context, target, limits }: SendContext,
  { launch, batch, inUse }: Claimed,
  marked: () => number,
): Promise<Move> {
  const began = context.monotonic();
  const { end, facts } = await callOnce(target, launch, batch, marked);
  if ('problem' in end && end.problem.code === 'drs-quota-exceeded') {
    limits.learn(end.problem.quotaCode, batch.recoveryInstanceIDs.length, inUse);
  }
  const now = context.clock.now();
  return {
    ...afterCall(end, batch, now),
    attempt: batch.attempts,
    dateTime: now.toISOString(),
    call: {
      operation: 'StartFailbackLaunch',
      durationMilliseconds: Math.round(context.monotonic() - began),
      ...facts,
    },
  };
}

/** How the call ended, with facts of it for the history. */
interface Called {
  end: CallEnd;
  facts: Record<string, unknown>;
}

async function callOnce(
  { drs }: Target,
  launch: StoredLaunch,
  { number, recoveryInstanceIDs }: StoredBatch,
  marked: () => number,
): Promise<Called> {
  let mayHaveLeft = false;
  const beforeWrite = () => {
    if (mayHaveLeft) throw new Error('The call was about to leave a second time.');
    if (marked() > SEND_WITHIN) throw new TooLateError('Too late to be sent.');
    checkpoint('before-write');
    mayHaveLeft = true;
  };
  try {
    const tags = tagsOf(launch, number);
    const answer = await startFailbackLaunch(drs, recoveryInstanceIDs, tags, beforeWrite);
    const { job, status, requestID } = answer;
    if (!job) throw new Error('DRS answered without a job.');
    return { end: { kind: 'accepted', job }, facts: { status, requestID } };
  } catch (error) {
    if (error instanceof TooLateError) {
      return { end: { kind: 'not-sent' }, facts: { code: 'not-sent' } };
    }
    const problem = toDrsProblem(error);
    const kind = !mayHaveLeft || hadNoEffect(error) ? 'refused' : 'unclear';
    const { status, code, requestID } = problem;
    return { end: { kind, problem }, facts: { status, code, requestID } };
  }
}

function tagsOf(launch: StoredLaunch, number: number): Record<string, string> {
  return launch.withoutTags ? {} : { ...launch.tags, [LAUNCH_TAG]: correlation(launch, number) };
}
