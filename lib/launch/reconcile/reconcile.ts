import type { BatchState } from '@/lib/contract/failback-launch';
import type { Job } from '@/lib/contract/job';
import type { BatchKey } from '@/lib/store/batches';
import { type OpenBatch, batchesIn, waitingBatches } from '@/lib/store/queue';
import { type SendContext, UNSENT, keyOf } from '../send-context';
import { taggedJob } from './match-job';
import { reconcileBatch } from './reconcile-batch';
import { moveOpenBatch } from './move-open-batch';
import { forgetOthers, isDue } from './schedule';
import { readJobs } from './read-jobs';

/**
 * Looks after every batch whose end is open: gives back what this process marked and never sent, and looks for the
 * job of every other. Found: the launch happened. Not found once everything has settled: a conflict was a refusal;
 * anything else is parked, for a person to decide. Nothing is sent. Rejects while DRS cannot be read: then nothing
 * is decided.
 */
export async function reconcile(sendContext: SendContext): Promise<void> {
  const { context, target, heartbeat, underWay, doubts } = sendContext;
  const store = await context.store();
  const open = await batchesIn(store, target.name, ['sending', 'unknown', 'parked']);
  if (doubts.size > 0) {
    forgetOthers(sendContext, [...open, ...(await waitingBatches(store, target.name))]);
  }
  for (const batch of open) if (isUnsent(sendContext, batch)) await unclaim(sendContext, batch);
  const due = open.filter((batch) => !underWay.has(keyOf(batch)) && isDue(sendContext, batch));
  if (due.length === 0) return;
  const reading = await readJobs(sendContext, due);
  for (const batch of due) {
    await heartbeat.beat();
    await reconcileBatch(sendContext, batch, reading);
  }
}

/** Looks now for the job of a batch in doubt, or of one that is to be sent again. */
export async function lookFor(sendContext: SendContext, key: BatchKey): Promise<void> {
  const batch = await openBatch(sendContext, key);
  if (batch) await reconcileBatch(sendContext, batch, await readJobs(sendContext, [batch]));
}

/**
 * The look before a batch is sent: no refusal and no record is proof that its call had no effect. Something on the way
 * may have repeated the call and passed on the second answer, and a store that was restored does not know what it sent.
 * A batch that was sent before is looked for among jobs that are read now, any other among `jobs`, by its tag.
 * Resolves to the batch as it is then; undefined when there is a job with its tag, or it is not planned any more.
 */
export async function lookBeforeSending(
  sendContext: SendContext,
  key: BatchKey,
  jobs: readonly Job[],
): Promise<OpenBatch | undefined> {
  const batch = await openBatch(sendContext, key, ['planned']);
  if (!batch) return undefined;
  if (batch.attempts > 0 || batch.evidence) {
    await reconcileBatch(sendContext, batch, await readJobs(sendContext, [batch]));
    return openBatch(sendContext, key, ['planned']);
  }
  if (!taggedJob(batch, jobs)) return batch;
  await reconcileBatch(sendContext, batch, await readJobs(sendContext, [batch]));
  return undefined;
}

async function openBatch(
  { context }: SendContext,
  key: BatchKey,
  states: readonly BatchState[] = ['unknown', 'parked', 'planned'],
): Promise<OpenBatch | undefined> {
  const [batch] = await batchesIn(await context.store(), key.target, states, key);
  return batch;
}

/** Whether the store gives it to this process, which is not sending it: the mark was made, the call never was. */
function isUnsent({ context, underWay }: SendContext, batch: OpenBatch): boolean {
  return (
    batch.state === 'sending' && batch.leaseOwner === context.owner && !underWay.has(keyOf(batch))
  );
}

async function unclaim(sendContext: SendContext, batch: OpenBatch) {
  await moveOpenBatch(sendContext, batch, 'unclaim', UNSENT);
}
