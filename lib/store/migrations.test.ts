import { Kysely } from 'kysely';
import { expect, it } from 'vitest';
import { writeIntent } from './intent';
import { findLaunch } from './launches';
import { migrations } from './migrations';
import { migrate, openBackend, openStore } from './open';
import type { Schema, Store } from './schema';
import { onEveryDatabase } from './testing/databases';
import { aBatch, aLaunch } from './testing/launch';

/** What each version could hold, written in its own columns. */
const earlier: Record<string, (store: Kysely<VersionOne>) => Promise<void>> = {
  '0001-launches-and-batches': async (store) => {
    const launch = { launch_id: 'launch-0000000000000001', target: 'eu-west-1', actor: 'Robin' };
    await store
      .insertInto('launches')
      .values({
        ...launch,
        idempotency_key: 'CHG-1',
        request_hash: 'hash',
        tags: '{"wave":"2"}',
        created_at: '2026-11-20T10:00:00.000Z',
      })
      .execute();
    for (const [index, state] of ['planned', 'sending', 'parked', 'accepted'].entries()) {
      await store
        .insertInto('batches')
        .values({
          launch_id: launch.launch_id,
          number: index + 1,
          state,
          recovery_instance_ids: JSON.stringify([`i-0000000${index + 1}`]),
          sent_at: state === 'planned' ? null : '2026-11-20T10:00:01.000Z',
        })
        .execute();
    }
  },
};

interface VersionOne {
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
  };
}

onEveryDatabase((place) => {
  it.each(Object.keys(earlier))('brings a store of version %s up to date', async (version) => {
    const backend = await openBackend(place());
    const old = new Kysely<Schema>({ dialect: backend.dialect });
    const upTo = Object.fromEntries(Object.entries(migrations).filter(([name]) => name <= version));
    await migrate(old, backend, { getMigrations: async () => upTo });
    await earlier[version]?.(old as unknown as Kysely<VersionOne>);
    await old.destroy();

    const { store } = await openStore(place());
    const launch = await findLaunch(store, 'launch-0000000000000001');
    expect(launch).toMatchObject({ actor: 'Robin', tags: { wave: '2' }, withoutTags: false });
    // What the earlier version had not sent is not sent now, so long after.
    expect(launch?.batches.map(({ state, attempts }) => [state, attempts])).toEqual([
      ['cancelled', 0],
      ['sending', 1],
      ['parked', 1],
      ['accepted', 1],
    ]);
    expect(await heldBy(store, 'i-00000002')).toBe(2);
    expect(await heldBy(store, 'i-00000003')).toBe(3);
    expect(await heldBy(store, 'i-00000001')).toBeUndefined();
    await store.destroy();
  });

  it('can be opened by several processes at once, and again', async () => {
    const stores = await Promise.all(Array.from({ length: 3 }, () => openStore(place())));
    await writeIntent(stores[0]?.store as Store, aLaunch(), new Date());
    for (const { store } of stores) {
      expect((await findLaunch(store, aLaunch().launchID))?.batches).toEqual([aBatch()]);
    }
    await Promise.all(stores.map(({ store }) => store.destroy()));
  });
});

async function heldBy(store: Store, recoveryInstanceID: string): Promise<number | undefined> {
  const row = await store
    .selectFrom('held_servers')
    .select('number')
    .where('recovery_instance_id', '=', recoveryInstanceID)
    .executeTakeFirst();
  return row?.number;
}
