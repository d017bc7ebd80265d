import { type Generated, Kysely } from 'kysely';
import { expect, it } from 'vitest';
import { writeIntent } from './intent';
import { findLaunch } from './launches';
import { migrations } from './migrations';
import { type StoreLocation, migrate, openBackend, openStore } from './open';
import type { Schema, Store } from './schema';
import { onEveryDatabase } from './testing/databases';
import { aBatch, aLaunch } from './testing/launch';
import { takeLease } from './watch-lease';
import { loadWatched, loadWatchedSince, publishWatched } from './watched';

interface EarlierVersion {
  /** Writes what the version could hold, in its own columns. */
  write: (store: Kysely<Versions>) => Promise<void>;
  /** What becomes of its batches: the state of each, and how often it was sent. */
  batches: [state: string, attempts: number][];
  /** The number of the batch that holds each server. */
  holders: Record<string, number>;
}

const LAUNCH_ID = 'launch-0000000000000001';
const STATES = ['planned', 'sending', 'parked', 'accepted'];

const queued: EarlierVersion = {
  write: writeQueue,
  batches: [
    ['planned', 0],
    ['sending', 1],
    ['parked', 1],
    ['accepted', 1],
  ],
  holders: { 'i-00000001': 1, 'i-00000002': 2, 'i-00000003': 3 },
};

const earlier: Record<string, EarlierVersion> = {
  '0001-launches-and-batches': {
    write: writeLaunch,
    // What this version had not sent is not sent now, so long after.
    batches: [['cancelled', 0], ...queued.batches.slice(1)],
    holders: { 'i-00000002': 2, 'i-00000003': 3 },
  },
  '0002-queue-and-history': queued,
  '0003-watched': { ...queued, write: writeWatched },
  '0004-shared-watch': { ...queued, write: writeWatched },
  '0005-dispatch-rounds': { ...queued, write: writeWatched },
};

async function writeLaunch(store: Kysely<Versions>) {
  await store
    .insertInto('launches')
    .values({
      launch_id: LAUNCH_ID,
      target: 'eu-west-1',
      actor: 'Robin',
      idempotency_key: 'CHG-1',
      request_hash: 'hash',
      tags: '{"wave":"2"}',
      created_at: '2026-11-20T10:00:00.000Z',
    })
    .execute();
  for (const [index, state] of STATES.entries()) {
    await store
      .insertInto('batches')
      .values({
        launch_id: LAUNCH_ID,
        number: index + 1,
        state,
        recovery_instance_ids: JSON.stringify([`i-0000000${index + 1}`]),
        sent_at: state === 'planned' ? null : '2026-11-20T10:00:01.000Z',
      })
      .execute();
  }
}

async function writeQueue(store: Kysely<Versions>) {
  await writeLaunch(store);
  await store.updateTable('batches').set({ servers: 1 }).execute();
  await store.updateTable('batches').set({ attempts: 1 }).where('number', '>', 1).execute();
  for (const number of [1, 2, 3]) {
    await store
      .insertInto('held_servers')
      .values({
        target: 'eu-west-1',
        recovery_instance_id: `i-0000000${number}`,
        launch_id: LAUNCH_ID,
        number,
      })
      .execute();
  }
}

const READ_AT = '2026-11-20T10:00:00.000Z';

async function writeWatched(store: Kysely<Versions>) {
  await writeQueue(store);
  const body = '{"jobID":"drsjob-1"}';
  const job = { target: 'eu-west-1', kind: 'job', id: 'drsjob-1', as_of: READ_AT, body };
  await store.insertInto('watched').values(job).execute();
}

interface Versions {
  launches: Record<
    'launch_id' | 'target' | 'actor' | 'idempotency_key' | 'request_hash' | 'tags' | 'created_at',
    string
  >;
  batches: {
    launch_id: string;
    number: number;
    state: string;
    recovery_instance_ids: string;
    sent_at: string | null;
    servers: Generated<number>;
    attempts: Generated<number>;
  };
  held_servers: Schema['held_servers'];
  watched: Record<'target' | 'kind' | 'id' | 'as_of' | 'body', string>;
}

onEveryDatabase((location) => {
  it.each(Object.entries(earlier))(
    'brings a store of version %s up to date',
    async (version, { write, batches, holders }) => {
      const store = await upgrade(location(), version, write);
      const launch = await findLaunch(store, LAUNCH_ID);
      expect(launch).toMatchObject({ actor: 'Robin', tags: { wave: '2' }, withoutTags: false });
      expect(launch?.batches.map(({ state, attempts }) => [state, attempts])).toEqual(batches);
      expect(await heldServers(store)).toEqual(holders);
      await store.destroy();
    },
  );

  it('keeps what version 0003-watched has read, for another process to publish', async () => {
    const store = await upgrade(location(), '0003-watched', writeWatched);
    const value = { jobID: 'drsjob-1' };
    const kept = { kind: 'job' as const, id: 'drsjob-1', asOf: new Date(READ_AT), value };
    expect(await loadWatched(store, 'eu-west-1', 'job')).toEqual([kept]);
    const queries = [{ kind: 'job' as const, after: 0 }];
    expect(await loadWatchedSince(store, 'eu-west-1', queries)).toEqual([]);
    const key = { target: 'eu-west-1', owner: 'A' };
    expect(await takeLease(store, key, undefined)).toBe(true);
    await publishWatched(store, key, [kept]);
    expect(await loadWatchedSince(store, 'eu-west-1', queries)).toEqual([kept]);
    await store.destroy();
  });

  it('takes what version 0005-dispatch-rounds had turned back for sent since its launch', async () => {
    const store = await upgrade(location(), '0005-dispatch-rounds', async (old) => {
      await writeQueue(old);
      const turnedBack = { state: 'planned', sent_at: null };
      await old.updateTable('batches').set(turnedBack).where('number', '=', 2).execute();
    });
    const launch = await findLaunch(store, LAUNCH_ID);
    expect(launch?.batches.map(({ firstSentDateTime }) => firstSentDateTime)).toEqual([
      null,
      launch?.createdDateTime,
      null,
      null,
    ]);
    await store.destroy();
  });

  it('can be opened by several processes at once, and again', async () => {
    const stores = await Promise.all(Array.from({ length: 3 }, () => openStore(location())));
    await writeIntent(stores[0]?.store as Store, aLaunch(), new Date());
    for (const { store } of stores) {
      expect((await findLaunch(store, aLaunch().launchID))?.batches).toEqual([aBatch()]);
    }
    await Promise.all(stores.map(({ store }) => store.destroy()));
  });
});

/** Writes a store as an earlier version did, and opens it with this one. */
async function upgrade(
  location: StoreLocation,
  version: string,
  write: EarlierVersion['write'],
): Promise<Store> {
  const backend = await openBackend(location);
  const old = new Kysely<Schema>({ dialect: backend.dialect });
  const upTo = Object.fromEntries(Object.entries(migrations).filter(([name]) => name <= version));
  await migrate(old, backend, { getMigrations: async () => upTo });
  await write(old as unknown as Kysely<Versions>);
  await old.destroy();
  return (await openStore(location)).store;
}

async function heldServers(store: Store): Promise<Record<string, number>> {
  const rows = await store
    .selectFrom('held_servers')
    .select(['recovery_instance_id', 'number'])
    .execute();
  return Object.fromEntries(rows.map((row) => [row.recovery_instance_id, row.number]));
}
