import type { Selectable } from 'kysely';
import { HOMEWARD, type HistoryLine, withHistory } from './history';
import { type StoredLaunch, findLaunch } from './launches';
import type { Schema, Store, StoreTransaction } from './schema';

/** How long a caller's key stands for its launch, in milliseconds. */
const KEY_KEPT = 30 * 24 * 60 * 60_000;

/** Databases take a limited number of values in one statement. */
const ROWS_AT_ONCE = 500;

/** A batch that has one of the servers of a launch that wants to begin. */
export interface Holder {
  recoveryInstanceID: string;
  launchID: string;
  number: number;
}

/** What became of an intent: written, or not for one of two reasons. */
export type IntentResult =
  | { outcome: 'written' }
  | { outcome: 'key-taken'; launchID: string }
  | { outcome: 'servers-held'; holders: Holder[] };

/** The launch that a caller's key stands for; a key is given back after thirty days. */
export async function findLaunchByKey(
  store: Store,
  idempotencyKey: string,
  now: Date,
): Promise<StoredLaunch | undefined> {
  const row = await store
    .selectFrom('launches')
    .select('launch_id')
    .where('idempotency_key', '=', idempotencyKey)
    .where('created_at', '>', keysSince(now))
    .executeTakeFirst();
  return row && findLaunch(store, row.launch_id);
}

/**
 * Writes the intent, all or nothing: the launch, its batches and a hold on each of its servers. Nothing is written
 * when the key stands for another launch, or while a batch has one of the servers.
 */
export async function writeIntent(
  store: Store,
  launch: StoredLaunch,
  now: Date,
): Promise<IntentResult> {
  return withHistory(store, async (transaction, write) => {
    const { launchID, target } = launch;
    await giveBackOldKey(transaction, launch, now);
    const earlier = await transaction
      .selectFrom('launches')
      .select('launch_id')
      .where('idempotency_key', '=', launch.idempotencyKey)
      .executeTakeFirst();
    if (earlier) return { outcome: 'key-taken', launchID: earlier.launch_id };
    const holders = await holdersOf(transaction, target, idsOf(launch));
    if (holders.length > 0) return { outcome: 'servers-held', holders };
    await insert(transaction, launch);
    write(createdLine(launch));
    for (const { number, recoveryInstanceIDs } of launch.batches) {
      await hold(transaction, { target, launchID, number }, recoveryInstanceIDs);
    }
    return { outcome: 'written' };
  });
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

/** Remembers the first answer given under the launch's key; a later one changes nothing. */
export async function rememberAnswer(store: Store, launchID: string, answer: string) {
  await store
    .transaction()
    .execute((transaction) =>
      transaction
        .updateTable('launches')
        .set({ answer })
        .where('launch_id', '=', launchID)
        .where('answer', 'is', null)
        .execute(),
    );
}

export async function rememberedAnswer(store: Store, launchID: string): Promise<string | null> {
  const row = await store
    .selectFrom('launches')
    .select('answer')
    .where('launch_id', '=', launchID)
    .executeTakeFirst();
  return row?.answer ?? null;
}

async function giveBackOldKey(transaction: StoreTransaction, launch: StoredLaunch, now: Date) {
  await transaction
    .updateTable('launches')
    .set(({ ref }) => ({ idempotency_key: ref('launch_id') }))
    .where('idempotency_key', '=', launch.idempotencyKey)
    .where('created_at', '<=', keysSince(now))
    .execute();
}

const keysSince = (now: Date) => new Date(now.getTime() - KEY_KEPT).toISOString();

async function holdersOf(
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
    holders.push(...rows.map(toHolder));
  }
  return holders;
}

function toHolder(row: Selectable<Schema['held_servers']>): Holder {
  return {
    recoveryInstanceID: row.recovery_instance_id,
    launchID: row.launch_id,
    number: row.number,
  };
}

async function insert(transaction: StoreTransaction, launch: StoredLaunch) {
  await transaction
    .insertInto('launches')
    .values({
      launch_id: launch.launchID,
      idempotency_key: launch.idempotencyKey,
      request_hash: launch.requestHash,
      target: launch.target,
      actor: launch.actor,
      tags: JSON.stringify(launch.tags),
      without_tags: launch.withoutTags ? 1 : 0,
      accept_caution: launch.acceptCaution ? 1 : 0,
      created_at: launch.createdDateTime,
    })
    .execute();
  const batches = launch.batches.map(({ number, state, recoveryInstanceIDs }) => ({
    launch_id: launch.launchID,
    number,
    state,
    version: 0,
    attempts: 0,
    servers: recoveryInstanceIDs.length,
    recovery_instance_ids: JSON.stringify(recoveryInstanceIDs),
  }));
  for (const part of inParts(batches)) {
    await transaction.insertInto('batches').values(part).execute();
  }
}

async function hold(
  transaction: StoreTransaction,
  { target, launchID, number }: { target: string; launchID: string; number: number },
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

function createdLine(launch: StoredLaunch): HistoryLine {
  const { tags, withoutTags, acceptCaution, idempotencyKey, requestHash, batches } = launch;
  return {
    dateTime: launch.createdDateTime,
    kind: 'launch-created',
    actor: launch.actor || HOMEWARD,
    target: launch.target,
    launchID: launch.launchID,
    batch: null,
    detail: {
      tags,
      withoutTags,
      acceptCaution,
      idempotencyKey,
      requestHash,
      batches: batches.map(({ number, recoveryInstanceIDs }) => ({ number, recoveryInstanceIDs })),
    },
  };
}

const idsOf = ({ batches }: StoredLaunch) =>
  batches.flatMap(({ recoveryInstanceIDs }) => recoveryInstanceIDs);

function inParts<Item>(items: readonly Item[]): Item[][] {
  const count = Math.ceil(items.length / ROWS_AT_ONCE);
  return Array.from({ length: count }, (_, index) =>
    items.slice(index * ROWS_AT_ONCE, (index + 1) * ROWS_AT_ONCE),
  );
}
