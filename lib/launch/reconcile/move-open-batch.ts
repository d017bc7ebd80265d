import { type BatchChange, type BatchKey, type Move, moveBatch } from '@/lib/store/batches';
import type { OpenBatch } from '@/lib/store/queue';
import type { SendContext } from '../send-context';

export const keyIn = ({ target }: SendContext, { launchID, number }: OpenBatch): BatchKey => ({
  target: target.name,
  launchID,
  number,
});

/** Moves a batch that is still as it was read. */
export async function moveOpenBatch(
  sendContext: SendContext,
  batch: OpenBatch,
  transition: Move['transition'],
  change: BatchChange = {},
  detail: Record<string, unknown> = {},
): Promise<boolean> {
  const { store, clock } = sendContext.context;
  const dateTime = clock.now().toISOString();
  const { version } = batch;
  const made = { transition, version, change, detail, dateTime };
  return moveBatch(await store(), keyIn(sendContext, batch), made);
}
