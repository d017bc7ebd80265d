import { type BatchKey, type Move, moveBatch } from '@/lib/store/batches';
import type { OpenBatch } from '@/lib/store/queue';
import type { Dispatch } from '../dispatch';

export const keyIn = ({ target }: Dispatch, { launchID, number }: OpenBatch): BatchKey => ({
  target: target.name,
  launchID,
  number,
});

/** When the first of its calls was sent whose end is not known; a person may have had it sent again since. */
export const inDoubtSince = ({ evidence, sentDateTime, launchDateTime }: OpenBatch) =>
  evidence?.sentDateTime ?? sentDateTime ?? launchDateTime;

/** A refusal ends the doubt about the call that met it, and about no earlier one. */
export const whenRefused = (batch: OpenBatch) =>
  inDoubtSince(batch) === batch.sentDateTime ? 'concludeRefused' : 'park';

/** Moves a batch that is still as it was read. */
export async function move(
  dispatch: Dispatch,
  batch: OpenBatch,
  change: Omit<Move, 'dateTime' | 'version'>,
): Promise<boolean> {
  const { store, clock } = dispatch.context;
  const dateTime = clock.now().toISOString();
  const { version } = batch;
  return moveBatch(await store(), keyIn(dispatch, batch), { ...change, version, dateTime });
}
