import { checkpoint } from '@/lib/checkpoints';
import type { Job } from '@/lib/contract/job';
import { type BatchKey, type Move, moveBatch } from '@/lib/store/batches';
import type { Holder } from '@/lib/store/held-servers';
import { findLaunch } from '@/lib/store/launches';
import { claimBatch } from '@/lib/store/queue';
import { SEND_WITHIN, callDrs } from './call';
import { listedSince } from '../listed-since';
import { type SendContext, keyOf } from '../send-context';
import type { Usage } from '../plan';
import { lookFor } from '../reconcile/reconcile';
import { usageWith, whoseTurn } from './turn';

/** How long the owner of a batch may take, beyond the call itself, until it has recorded the answer. Milliseconds. */
const LEASE_MARGIN = SEND_WITHIN + 3_000;

const RECORD_AGAIN = 1_000;

/**
 * Sends a planned batch, if it is its turn now and it still has the version that was found fit, and records the answer.
 * The mark that it is being sent is durable before the call leaves, and only the process that made the mark sends.
 * Resolves to whether it was sent, once DRS has answered or the answer is lost; a lost answer is looked for, and the
 * call is never repeated.
 */
export async function sendBatch(
  sendContext: SendContext,
  key: BatchKey,
  version: number,
  jobs: readonly Job[],
): Promise<boolean> {
  const { target, underWay } = sendContext;
  if (underWay.has(keyOf(key))) return false;
  underWay.add(keyOf(key));
  const marked = stopwatch(sendContext);
  const claimed = await claim(sendContext, key, version, jobs).catch((error: unknown) => {
    underWay.delete(keyOf(key));
    throw error;
  });
  if (!claimed) {
    underWay.delete(keyOf(key));
    return false;
  }
  checkpoint('after-claim');
  const move = await callDrs(sendContext, claimed, marked);
  checkpoint('after-answer');
  await record(sendContext, key, move);
  checkpoint('after-record');
  const { watch } = target;
  if (move.change?.job) watch.jobStarted(move.change.job);
  else watch.jobs.invalidate();
  watch.fleet.invalidate();
  // A refusal for the moment is looked into too: something on the way may have repeated the call.
  if (move.transition !== 'accept') await lookFor(sendContext, key).catch(() => undefined);
  return true;
}

async function claim(
  sendContext: SendContext,
  key: BatchKey,
  version: number,
  jobs: readonly Job[],
) {
  const { context, limits } = sendContext;
  const store = await context.store();
  const launch = await findLaunch(store, key.launchID);
  if (!launch) return undefined;
  checkpoint('before-claim');
  const now = context.clock.now();
  let inUse: Usage = { jobs: 0, servers: 0 };
  const batch = await claimBatch(store, key, {
    version,
    owner: context.owner,
    leaseMilliseconds: context.config.drsTimeoutMilliseconds + LEASE_MARGIN,
    dateTime: now.toISOString(),
    listedSince: listedSince(now),
    maySend: (waiting, inFlight) => {
      inUse = usageWith(jobs, inFlight);
      const turn = whoseTurn({ waiting, inFlight, jobs, quotas: limits.now(), now });
      return turn.some((next) => keyOf(next) === keyOf(key));
    },
  });
  return batch && { launch, batch, inUse };
}

/**
 * Records what became of a call, and keeps trying in the background while the store is down; the batch stays under way
 * until it is recorded. Rejects when the first attempt fails.
 */
async function record(sendContext: SendContext, key: BatchKey, move: Move): Promise<void> {
  const { context, underWay } = sendContext;
  const write = async () => {
    const onClash = (holders: readonly Holder[]) =>
      context.warn(`${keyOf(key)} was launched after it was closed`, JSON.stringify(holders));
    const isRecorded = await moveBatch(await context.store(), key, { ...move, onClash });
    if (!isRecorded) context.warn('an answer came after its batch had moved on', keyOf(key));
    underWay.delete(keyOf(key));
  };
  const keepTrying = async (error: unknown): Promise<void> => {
    context.warn('an answer could not be recorded yet', error);
    await context.wait(RECORD_AGAIN);
    return write().catch(keepTrying);
  };
  await write().catch((error: unknown) => {
    void keepTrying(error);
    throw error;
  });
}

/** Milliseconds since now, by whichever of the two clocks says more: one may stand still, the other be set. */
function stopwatch({ context }: SendContext): () => number {
  const began = context.monotonic();
  const beganWall = context.clock.now().getTime();
  return () => Math.max(context.monotonic() - began, context.clock.now().getTime() - beganWall);
}
