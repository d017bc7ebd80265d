import { afterEach, beforeEach, expect, it } from 'vitest';
import { openStore } from './open';
import type { Store } from './schema';
import { onEveryDatabase } from './testing/databases';
import { readLease, releaseLease, renewLease, takeLease } from './watch-lease';
import { loadWatched, loadWatchedSince, publishWatched } from './watched';

const target = 'eu-west-1';
const one = { target, owner: 'A' };
const other = { target, owner: 'B' };
const job = (status: string) => ({
  kind: 'job' as const,
  id: 'drsjob-1',
  asOf: new Date('2026-11-24T10:00:00Z'),
  value: { jobID: 'drsjob-1', status },
});

onEveryDatabase((location) => {
  let store: Store;
  beforeEach(async () => {
    ({ store } = await openStore(location()));
  });
  afterEach(() => store.destroy());

  it('gives a lease to one of all that would take it at once', async () => {
    const first = await Promise.all([one, other].map((key) => takeLease(store, key, undefined)));
    expect(first.filter(Boolean)).toHaveLength(1);
    const seen = await readLease(store, target);
    const next = await Promise.all([one, other].map((key) => takeLease(store, key, seen)));
    expect(next.filter(Boolean)).toHaveLength(1);
  });

  it('leaves a lease that was renewed since it was seen', async () => {
    await takeLease(store, one, undefined);
    const seen = await readLease(store, target);
    expect(await renewLease(store, one, { fleet: 'well' })).toBe(true);
    expect(await takeLease(store, other, seen)).toBe(false);
    expect(await readLease(store, target)).toMatchObject({
      owner: 'A',
      standings: { fleet: 'well' },
    });
  });

  it('lets nobody write or renew who has lost it', async () => {
    await takeLease(store, one, undefined);
    await takeLease(store, other, await readLease(store, target));
    await publishWatched(store, other, [job('COMPLETED')]);
    await publishWatched(store, one, [job('STARTED')]);
    expect(await renewLease(store, one, {})).toBe(false);
    await releaseLease(store, one);
    expect((await readLease(store, target))?.owner).toBe('B');
    expect(await loadWatched(store, target, 'job')).toEqual([job('COMPLETED')]);
  });

  it('gives what was written after a version, and nothing else', async () => {
    await takeLease(store, one, undefined);
    await publishWatched(store, one, [job('STARTED')]);
    const { version = 0 } = (await readLease(store, target)) ?? {};
    const since = () => loadWatchedSince(store, target, [{ kind: 'job', after: version }]);
    expect(await since()).toEqual([]);
    await publishWatched(store, one, [job('COMPLETED')]);
    expect(await since()).toEqual([job('COMPLETED')]);
  });
});
