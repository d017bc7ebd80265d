import type { BatchKey } from '@/lib/store/batches';
import { type OpenBatch, batchesIn } from '@/lib/store/queue';
import { type Dispatch, UNSENT, keyOf } from '../dispatch';
import { look } from './look';
import { move } from './open-batch';
import { forgetOthers, isDue } from './patience';
import { readJobs } from './readings';

/**
 * Looks after every batch whose end is open: gives back what this process marked and never sent, and looks for the
 * job of every other. Found: the launch happened. Not found once everything has settled: a conflict was a refusal;
 * anything else is parked, for a person to decide. Nothing is sent. Rejects while DRS cannot be read: then nothing
 * is decided.
 */
export async function reconcile(dispatch: Dispatch): Promise<void> {
  const { context, target, underWay } = dispatch;
  const store = await context.store();
  const open = await batchesIn(store, target.name, ['sending', 'unknown', 'parked']);
  forgetOthers(dispatch, open);
  for (const batch of open) if (isUnsent(dispatch, batch)) await giveBack(dispatch, batch);
  const due = open.filter((batch) => !underWay.has(keyOf(batch)) && isDue(dispatch, batch));
  if (due.length === 0) return;
  const reading = await readJobs(dispatch, due);
  for (const batch of due) await look(dispatch, batch, reading);
}

/** One look, now, for the job of a batch in doubt, also of one that is to be sent again. Resolves to whether it was found. */
export async function lookFor(dispatch: Dispatch, key: BatchKey): Promise<boolean> {
  const store = await dispatch.context.store();
  const open = await batchesIn(store, key.target, ['unknown', 'parked', 'planned']);
  const batch = open.find((candidate) => keyOf(candidate) === keyOf(key));
  return batch !== undefined && look(dispatch, batch, await readJobs(dispatch, [batch]));
}

/** The store gives it to this process, and this process is not sending it: the mark was made, the call never was. */
function isUnsent({ context, underWay }: Dispatch, batch: OpenBatch): boolean {
  return (
    batch.state === 'sending' && batch.leaseOwner === context.owner && !underWay.has(keyOf(batch))
  );
}

async function giveBack(dispatch: Dispatch, batch: OpenBatch) {
  await move(dispatch, batch, { transition: 'unclaim', change: UNSENT });
}
