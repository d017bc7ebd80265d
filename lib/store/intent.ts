import { type Holder, hold, holdersOf } from './held-servers';
import { HOMEWARD, type HistoryLine, withHistory } from './history';
import { inParts } from './in-parts';
import { type StoredLaunch, findLaunch } from './launches';
import type { Store, StoreTransaction } from './schema';

/** How long a caller's key stands for its launch, in milliseconds. */
const KEY_KEPT = 30 * 24 * 60 * 60_000;

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
