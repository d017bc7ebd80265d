import { inParts } from './in-parts';
import type { Store, StoreTransaction } from './schema';

/** A batch that has a server: no other launch is given it. */
export interface Holder {
  recoveryInstanceID: string;
  launchID: string;
  number: number;
}

interface HoldingBatch {
  target: string;
  launchID: string;
  number: number;
}

/** Who has which of these servers. */
export async function holdersOf(
  transaction: StoreTransaction,
  target: string,
  ids: readonly string[],
): Promise<Holder[]> {
  const holders: Holder[] = [];
  for (const part of inParts(ids)) {
    const rows = await transaction
      .selectFrom('held_servers')
      .selectAll()
      .where('target', '=', target)
      .where('recovery_instance_id', 'in', part)
      .execute();
    holders.push(
      ...rows.map(({ recovery_instance_id, launch_id, number }) => ({
        recoveryInstanceID: recovery_instance_id,
        launchID: launch_id,
        number,
      })),
    );
  }
  return holders;
}

/** Gives servers that nobody has to a batch. */
export async function hold(
  transaction: StoreTransaction,
  { target, launchID, number }: HoldingBatch,
  ids: readonly string[],
) {
  for (const part of inParts(ids)) {
    const rows = part.map((recovery_instance_id) => ({
      target,
      recovery_instance_id,
      launch_id: launchID,
      number,
    }));
    await transaction.insertInto('held_servers').values(rows).execute();
  }
}

/** Gives a batch those of its servers that nobody has meanwhile. Resolves to who has the others. */
export async function takeBack(
  transaction: StoreTransaction,
  batch: HoldingBatch,
  ids: readonly string[],
): Promise<Holder[]> {
  const holders = await holdersOf(transaction, batch.target, ids);
  const taken = new Set(holders.map(({ recoveryInstanceID }) => recoveryInstanceID));
  await hold(
    transaction,
    batch,
    ids.filter((id) => !taken.has(id)),
  );
  return holders;
}

/** Frees all servers of a batch. */
export async function free(
  transaction: StoreTransaction,
  { launchID, number }: Pick<HoldingBatch, 'launchID' | 'number'>,
) {
  await transaction
    .deleteFrom('held_servers')
    .where('launch_id', '=', launchID)
    .where('number', '=', number)
    .execute();
}

/** Frees servers whose job has ended for them. The batch that had them must still be the one given. */
export async function releaseServers(store: Store, target: string, holders: readonly Holder[]) {
  await store.transaction().execute(async (transaction) => {
    for (const { recoveryInstanceID, launchID, number } of holders) {
      await transaction
        .deleteFrom('held_servers')
        .where('target', '=', target)
        .where('recovery_instance_id', '=', recoveryInstanceID)
        .where('launch_id', '=', launchID)
        .where('number', '=', number)
        .execute();
    }
  });
}
