import { mkdtemp, rm, stat } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import {
  type StoredLaunch,
  findLaunch,
  findLaunchByKey,
  insertLaunch,
  listLaunches,
  moveBatch,
  openBatches,
} from './launches';
import { openStore } from './open';
import type { Store } from './schema';

let folder: string;
let store: Store;

beforeEach(async () => {
  folder = path.join(await mkdtemp(path.join(os.tmpdir(), 'homeward-store-')), 'data');
  store = await openStore(folder);
});
afterEach(async () => {
  await store.destroy();
  await rm(path.dirname(folder), { recursive: true, force: true });
});

const launch = (change: Partial<StoredLaunch> = {}): StoredLaunch => ({
  launchID: 'launch-0000000000000001',
  idempotencyKey: 'CHG-1',
  requestHash: 'hash',
  target: 'eu-west-1',
  actor: 'Local operator',
  tags: { wave: '2' },
  createdDateTime: '2026-11-24T10:00:00.000Z',
  batches: [
    {
      number: 1,
      state: 'planned',
      recoveryInstanceIDs: ['i-00000001'],
      sentDateTime: null,
      answeredDateTime: null,
      jobID: null,
      job: null,
      problem: null,
    },
  ],
  ...change,
});
const first = { launchID: 'launch-0000000000000001', number: 1 };

it('gives back what was written, also to a process that starts later', async () => {
  await insertLaunch(store, launch());
  await store.destroy();
  store = await openStore(folder);
  expect(await findLaunch(store, launch().launchID)).toEqual(launch());
  expect(await findLaunchByKey(store, 'CHG-1')).toEqual(launch());
});

it('keeps its folder to its owner', async () => {
  expect((await stat(folder)).mode & 0o777).toBe(0o700);
});

it('writes one launch for a key, whoever comes second', async () => {
  const other = await openStore(folder);
  const answers = [
    await insertLaunch(store, launch()),
    await insertLaunch(other, launch({ launchID: 'launch-0000000000000002' })),
  ];
  expect(answers).toEqual([true, false]);
  expect(await listLaunches(store)).toHaveLength(1);
  await other.destroy();
});

it('moves a batch once, however many try', async () => {
  await insertLaunch(store, launch());
  const sentDateTime = '2026-11-24T10:00:01.000Z';
  const moves = await Promise.all(
    Array.from({ length: 8 }, () =>
      moveBatch(store, first, ['planned'], 'sending', { sentDateTime }),
    ),
  );
  expect(moves.filter(Boolean)).toHaveLength(1);
  expect((await findLaunch(store, first.launchID))?.batches[0]).toMatchObject({
    state: 'sending',
    sentDateTime,
  });
});

it('lists the batches that have no clear end', async () => {
  await insertLaunch(store, launch());
  expect(await openBatches(store, 'eu-west-1')).toHaveLength(1);
  expect(await openBatches(store, 'elsewhere')).toHaveLength(0);
  await moveBatch(store, first, ['planned'], 'accepted', { jobID: 'drsjob-1' });
  expect(await openBatches(store, 'eu-west-1')).toHaveLength(0);
});

it('lists launches newest first', async () => {
  await insertLaunch(store, launch());
  await insertLaunch(
    store,
    launch({
      launchID: 'launch-0000000000000002',
      idempotencyKey: 'CHG-2',
      createdDateTime: '2026-11-24T11:00:00.000Z',
    }),
  );
  const ids = (await listLaunches(store)).map(({ launchID }) => launchID);
  expect(ids).toEqual(['launch-0000000000000002', 'launch-0000000000000001']);
});
