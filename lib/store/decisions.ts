import { type BatchKey, applyMove, readBatch } from './batches';
import { withHistory } from './history';
import type { Store } from './schema';

/** Who decided something about a whole launch, and when. */
interface Decision {
  launchID: string;
  target: string;
  actor: string;
  dateTime: string;
}

/** Stops, or goes on with, the sending of a launch's planned batches. False when that changes nothing. */
export async function setPaused(
  store: Store,
  { launchID, target, actor, dateTime }: Decision,
  paused: boolean,
): Promise<boolean> {
  return withHistory(store, async (transaction, write) => {
    const { numUpdatedRows } = await transaction
      .updateTable('launches')
      .set(
        paused
          ? { paused_at: dateTime, paused_by: actor }
          : { paused_at: null, paused_by: null, unattended_since: null },
      )
      .where('launch_id', '=', launchID)
      .where('paused_at', paused ? 'is' : 'is not', null)
      .executeTakeFirst();
    if (numUpdatedRows === 0n) return false;
    const kind = paused ? 'launch-paused' : 'launch-resumed';
    write({ dateTime, kind, actor, target, launchID, batch: null, detail: {} });
    return true;
  });
}

/**
 * Cancels every batch of a launch that has not been sent. One that was to be sent again, after a call whose end is
 * not known, is parked as before: it may have been launched. Resolves to their numbers.
 */
export async function cancelPlanned(
  store: Store,
  { launchID, target, actor, dateTime }: Decision,
): Promise<number[]> {
  return withHistory(store, async (transaction, write) => {
    const rows = await transaction
      .selectFrom('batches')
      .select('number')
      .where('launch_id', '=', launchID)
      .where('state', '=', 'planned')
      .orderBy('number')
      .execute();
    for (const { number } of rows) {
      const key: BatchKey = { target, launchID, number };
      const batch = await readBatch(transaction, key);
      if (!batch) continue;
      const transition = batch.evidence ? 'cancelResend' : 'cancel';
      await applyMove(transaction, key, batch, { transition, actor, dateTime }, write);
    }
    return rows.map(({ number }) => number);
  });
}
