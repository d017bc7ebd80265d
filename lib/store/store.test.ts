import { mkdtemp, rm, stat } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { moveBatch, readBatch, splitBatch } from './batches';
import { cancelPlanned, setPaused } from './decisions';
import { historyOf } from './history';
import { type Holder, releaseServers } from './held-servers';
import { findLaunchByKey, writeIntent } from './intent';
import { findLaunch, listLaunches } from './launches';
import { openStore } from './open';
import { claimBatch, waitingBatches } from './queue';
import type { Store } from './schema';
import { onEveryDatabase } from './testing/databases';
import { aBatch, aLaunch } from './testing/launch';
import { verifyHistory } from './verify-history';

const now = new Date('2026-11-24T10:00:00.000Z');
const dateTime = now.toISOString();
const first = { target: 'eu-west-1', launchID: 'launch-0000000000000001', number: 1 };
const claim = {
  version: 0,
  owner: 'this process',
  leaseMilliseconds: 25_000,
  dateTime,
  listedSince: dateTime,
  maySend: () => true,
};

onEveryDatabase((location) => {
  let store: Store;
  beforeEach(async () => {
    ({ store } = await openStore(location()));
  });
  afterEach(() => store.destroy());

  it('gives back what was written, also to a process that starts later', async () => {
    await writeIntent(store, aLaunch(), now);
    await store.destroy();
    ({ store } = await openStore(location()));
    expect(await findLaunch(store, first.launchID)).toEqual(aLaunch());
    expect(await findLaunchByKey(store, 'CHG-1', now)).toEqual(aLaunch());
  });

  it('writes one launch for a key, however many try at once, in however many processes', async () => {
    const { store: other } = await openStore(location());
    const tries = Array.from({ length: 20 }, (_, index) =>
      writeIntent(
        index % 2 === 0 ? store : other,
        aLaunch({ launchID: `launch-${index.toString().padStart(16, '0')}` }),
        now,
      ),
    );
    const outcomes = (await Promise.all(tries)).map(({ outcome }) => outcome);
    expect(outcomes.filter((outcome) => outcome === 'written')).toHaveLength(1);
    expect(await listLaunches(store, {}, 50)).toHaveLength(1);
    await other.destroy();
  });

  it('gives a key back after thirty days, and not before', async () => {
    await writeIntent(store, aLaunch(), now);
    const second = aLaunch({
      launchID: 'launch-0000000000000002',
      batches: [aBatch({ recoveryInstanceIDs: ['i-00000002'] })],
    });
    const day = 86_400_000;
    expect(await writeIntent(store, second, new Date(now.getTime() + 29 * day))).toEqual({
      outcome: 'key-taken',
      launchID: first.launchID,
    });
    const later = new Date(now.getTime() + 31 * day);
    expect(await findLaunchByKey(store, 'CHG-1', later)).toBeUndefined();
    expect(await writeIntent(store, second, later)).toEqual({ outcome: 'written' });
    expect((await listLaunches(store, {}, 50)).map(({ launchID }) => launchID)).toHaveLength(2);
  });

  it('holds a server for one launch until it is free again', async () => {
    await writeIntent(store, aLaunch(), now);
    const again = aLaunch({ launchID: 'launch-0000000000000002', idempotencyKey: 'CHG-2' });
    const holder = { recoveryInstanceID: 'i-00000001', launchID: first.launchID, number: 1 };
    expect(await writeIntent(store, again, now)).toEqual({
      outcome: 'servers-held',
      holders: [holder],
    });
    await claimBatch(store, first, claim);
    await moveBatch(store, first, { transition: 'accept', dateTime });
    // An accepted batch has its servers still: only the end of its job frees them.
    expect((await writeIntent(store, again, now)).outcome).toBe('servers-held');
    await releaseServers(store, 'eu-west-1', [holder]);
    expect((await writeIntent(store, again, now)).outcome).toBe('written');
  });

  it('frees the servers of a refused batch by itself', async () => {
    await writeIntent(store, aLaunch(), now);
    await moveBatch(store, first, { transition: 'setAside', dateTime });
    const again = aLaunch({ launchID: 'launch-0000000000000002', idempotencyKey: 'CHG-2' });
    expect((await writeIntent(store, again, now)).outcome).toBe('written');
  });

  it('gives a batch to one of many that claim it at once, in however many processes', async () => {
    await writeIntent(store, aLaunch(), now);
    const { store: other } = await openStore(location());
    const claims = Array.from({ length: 16 }, (_, index) =>
      claimBatch(index % 2 === 0 ? store : other, first, { ...claim, owner: `process ${index}` }),
    );
    const won = (await Promise.all(claims)).filter((batch) => batch !== undefined);
    expect(won).toHaveLength(1);
    const stored = await readBatch(store, first);
    expect(stored).toEqual(won[0]);
    expect(stored).toMatchObject({ state: 'sending', attempts: 1, version: 1 });
    await other.destroy();
  });

  it('gives no batch whose turn it is not, or that has changed, when the claim is made', async () => {
    await writeIntent(store, aLaunch(), now);
    expect(await claimBatch(store, first, { ...claim, maySend: () => false })).toBeUndefined();
    expect(await claimBatch(store, first, { ...claim, version: 1 })).toBeUndefined();
    expect((await readBatch(store, first))?.state).toBe('planned');
  });

  it('moves a batch only from where the mover saw it', async () => {
    await writeIntent(store, aLaunch(), now);
    await claimBatch(store, first, claim);
    const move = { transition: 'loseAnswer', dateTime } as const;
    expect(await moveBatch(store, first, { transition: 'cancel', dateTime })).toBe(false);
    expect(await moveBatch(store, first, { ...move, attempt: 2 })).toBe(false);
    expect(await moveBatch(store, first, { ...move, version: 0 })).toBe(false);
    expect(await moveBatch(store, first, { ...move, attempt: 1 })).toBe(true);
  });

  const dismissed = async (recoveryInstanceIDs: string[]) => {
    await writeIntent(store, aLaunch({ batches: [aBatch({ recoveryInstanceIDs })] }), now);
    await claimBatch(store, first, claim);
    for (const transition of ['loseAnswer', 'park', 'dismiss'] as const) {
      expect(await moveBatch(store, first, { transition, dateTime })).toBe(true);
    }
  };

  it('takes the servers of a dismissed batch back when its answer comes after all', async () => {
    await dismissed(['i-00000001', 'i-00000002']);
    const again = aLaunch({ launchID: 'launch-0000000000000002', idempotencyKey: 'CHG-2' });
    expect((await writeIntent(store, again, now)).outcome).toBe('written');
    const clashes: Holder[][] = [];
    const onClash = (holders: readonly Holder[]) => clashes.push([...holders]);
    await moveBatch(store, first, { transition: 'accept', dateTime, onClash });
    const other = { recoveryInstanceID: 'i-00000001', launchID: again.launchID, number: 1 };
    expect(clashes).toEqual([[other]]);
    const own = { recoveryInstanceID: 'i-00000002', launchID: first.launchID, number: 1 };
    const third = aLaunch({
      launchID: 'launch-0000000000000003',
      idempotencyKey: 'CHG-3',
      batches: [aBatch({ recoveryInstanceIDs: ['i-00000002'] })],
    });
    expect(await writeIntent(store, third, now)).toMatchObject({ holders: [own] });
    expect((await readBatch(store, first))?.problem).toMatchObject({
      code: 'servers-of-another-launch',
      detail: expect.stringContaining(again.launchID),
    });
    const [last] = (await historyOf(store, first.launchID)).slice(-1);
    expect(last?.detail).toMatchObject({ alsoHeldBy: [other] });
  });

  it('splits a planned batch, and loses and doubles no server', async () => {
    const recoveryInstanceIDs = ['i-00000001', 'i-00000002', 'i-00000003'];
    await writeIntent(store, aLaunch({ batches: [aBatch({ recoveryInstanceIDs })] }), now);
    const apart = { recoveryInstanceIDs: ['i-00000002'], version: 0, problem: null, dateTime };
    expect(await splitBatch(store, first, apart)).toBe(true);
    const launch = await findLaunch(store, first.launchID);
    expect(launch?.batches.map((batch) => batch.recoveryInstanceIDs)).toEqual([
      ['i-00000001', 'i-00000003'],
      ['i-00000002'],
    ]);
    const waiting = await waitingBatches(store, 'eu-west-1');
    expect(waiting.map(({ servers }) => servers)).toEqual([2, 1]);
  });

  it('divides a batch once when two processes found the same servers too many in it', async () => {
    const recoveryInstanceIDs = ['i-00000001', 'i-00000002', 'i-00000003'];
    await writeIntent(store, aLaunch({ batches: [aBatch({ recoveryInstanceIDs })] }), now);
    const apart = { recoveryInstanceIDs: ['i-00000003'], version: 0, problem: null, dateTime };
    const divided = await Promise.all([1, 2].map(() => splitBatch(store, first, apart)));
    expect(divided.toSorted()).toEqual([false, true]);
    const launch = await findLaunch(store, first.launchID);
    expect(launch?.batches.flatMap((batch) => batch.recoveryInstanceIDs)).toEqual(
      recoveryInstanceIDs,
    );
  });

  it('pauses, resumes and cancels what is not sent', async () => {
    const batches = [aBatch(), aBatch({ number: 2, recoveryInstanceIDs: ['i-00000002'] })];
    await writeIntent(store, aLaunch({ batches }), now);
    const robin = { ...first, actor: 'Robin', dateTime };
    expect(await setPaused(store, robin, true)).toBe(true);
    expect(await setPaused(store, robin, true)).toBe(false);
    expect((await waitingBatches(store, 'eu-west-1')).every(({ paused }) => paused)).toBe(true);
    expect(await setPaused(store, robin, false)).toBe(true);
    await claimBatch(store, first, claim);
    expect(await cancelPlanned(store, robin)).toEqual([2]);
    expect((await findLaunch(store, first.launchID))?.batches.map(({ state }) => state)).toEqual([
      'sending',
      'cancelled',
    ]);
  });

  it('lists launches newest first, page by page, as the filters say', async () => {
    for (const hour of [10, 11, 12]) {
      await writeIntent(
        store,
        aLaunch({
          launchID: `launch-00000000000000${hour}`,
          idempotencyKey: `CHG-${hour}`,
          actor: hour === 11 ? 'Robin' : 'Sascha',
          createdDateTime: `2026-11-24T${hour}:00:00.000Z`,
          batches: [aBatch({ recoveryInstanceIDs: [`i-000000${hour}`] })],
        }),
        now,
      );
    }
    const hours = async (filter: Parameters<typeof listLaunches>[1], limit = 50) =>
      (await listLaunches(store, filter, limit)).map(({ launchID }) => Number(launchID.slice(-2)));
    expect(await hours({})).toEqual([12, 11, 10]);
    const [last] = await listLaunches(store, {}, 1);
    expect(await hours({ after: last })).toEqual([11, 10]);
    expect(await hours({ actor: 'Robin' })).toEqual([11]);
    expect(await hours({ from: '2026-11-24T11:00:00.000Z' })).toEqual([12, 11]);
    expect(await hours({ to: '2026-11-24T11:00:00.000Z' })).toEqual([10]);
    expect(await hours({ target: 'elsewhere' })).toEqual([]);
    expect(await hours({ states: ['planned', 'parked'] })).toEqual([12, 11, 10]);
    expect(await hours({ states: ['parked'] })).toEqual([]);
  });

  it('records every change, and shows when the record is tampered with', async () => {
    await writeIntent(store, aLaunch(), now);
    await claimBatch(store, first, claim);
    const call = { operation: 'StartFailbackLaunch', requestID: 'r-1', status: 200 };
    await moveBatch(store, first, { transition: 'accept', dateTime, call });
    const entries = await historyOf(store, first.launchID);
    expect(entries.map(({ kind }) => kind)).toEqual([
      'launch-created',
      'batch-moved',
      'call',
      'batch-moved',
    ]);
    expect(entries[0]).toMatchObject({ actor: 'Local operator', sequence: 1 });
    expect(entries[2]?.detail).toMatchObject({ requestID: 'r-1', attempt: 1 });
    expect(await verifyHistory(store)).toMatchObject({ lines: 4, fault: null });

    const made = await store
      .selectFrom('history')
      .selectAll()
      .where('sequence', '=', 1)
      .executeTakeFirstOrThrow();
    await store
      .insertInto('history')
      .values({ ...made, sequence: 0 })
      .execute();
    expect((await verifyHistory(store)).fault).toBe('Line 0 was put before the first.');
    await store.deleteFrom('history').where('sequence', '=', 0).execute();
    await store
      .updateTable('history')
      .set({ actor: 'Somebody else' })
      .where('sequence', '=', 2)
      .execute();
    expect((await verifyHistory(store)).fault).toBe('Line 2 has been changed.');
    await store.deleteFrom('history').where('sequence', '=', 2).execute();
    expect((await verifyHistory(store)).fault).toBe('Line 2 is missing.');
    await store.deleteFrom('history').where('sequence', '>', 1).execute();
    expect((await verifyHistory(store)).fault).toBe('Lines 2 to 4 are missing.');
  });

  it('chains what many write at once', async () => {
    const { store: other } = await openStore(location());
    const launches = Array.from({ length: 30 }, (_, index) =>
      aLaunch({
        launchID: `launch-${index.toString().padStart(16, '0')}`,
        idempotencyKey: `CHG-${index}`,
        batches: [aBatch({ recoveryInstanceIDs: [`i-${index.toString().padStart(8, '0')}`] })],
      }),
    );
    await Promise.all(
      launches.map((launch, index) => writeIntent(index % 2 === 0 ? store : other, launch, now)),
    );
    expect(await verifyHistory(store)).toMatchObject({ lines: 30, fault: null });
    await other.destroy();
  });
});

it('keeps its folder to its owner', async () => {
  const root = await mkdtemp(path.join(os.tmpdir(), 'homeward-mode-'));
  const { store } = await openStore({ dataFolder: `${root}/data` });
  expect((await stat(`${root}/data`)).mode & 0o777).toBe(0o700);
  await store.destroy();
  await rm(root, { recursive: true, force: true });
});
