import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { openStore } from '@/lib/store/open';
import type { Store } from '@/lib/store/schema';
import { onEveryDatabase } from '@/lib/store/testing/databases';
import { Archive } from './archive';

const warn = vi.fn<(event: string, error: unknown) => void>();
const at = (minute: number) => new Date(Date.UTC(2026, 10, 24, 10, minute));
const job = (id: string, status: string, minute = 0) => ({
  kind: 'job' as const,
  id,
  asOf: at(minute),
  value: { jobID: id, status },
});

onEveryDatabase((place) => {
  let store: Store;
  const archiveOf = (target: string) => new Archive({ target, store: async () => store, warn });
  beforeEach(async () => {
    ({ store } = await openStore(place()));
  });
  afterEach(() => store.destroy());

  it('gives a later process what was kept last, with its age', async () => {
    const archive = archiveOf('eu-west-1');
    archive.keep([job('a', 'STARTED', 1), job('b', 'STARTED', 1)]);
    archive.keep([job('a', 'COMPLETED', 2)]);
    await archive.flush();
    const kept = await archiveOf('eu-west-1').loadAll('job');
    expect(kept.toSorted((one, other) => +other.asOf - +one.asOf)).toEqual([
      { id: 'a', asOf: at(2), value: { jobID: 'a', status: 'COMPLETED' } },
      { id: 'b', asOf: at(1), value: { jobID: 'b', status: 'STARTED' } },
    ]);
  });

  it('keeps each target apart', async () => {
    const archive = archiveOf('eu-west-1');
    archive.keep([job('a', 'STARTED')]);
    await archive.flush();
    expect(await archiveOf('us-east-1').load('job', 'a')).toBeUndefined();
  });

  it('does not write the whole fleet with every reading', async () => {
    const archive = archiveOf('eu-west-1');
    const fleet = (minute: number) => ({ asOf: at(minute), value: [minute] });
    archive.keepFleet(fleet(0));
    archive.keepFleet({ ...fleet(0), asOf: new Date(+at(0) + 15_000) });
    await archive.flush();
    expect(await archive.load('fleet')).toEqual({ asOf: at(0), value: [0] });
    archive.keepFleet(fleet(1));
    await archive.flush();
    expect(await archive.load('fleet')).toEqual({ asOf: at(1), value: [1] });
  });

  it('writes a fleet of ten thousand every ten minutes', async () => {
    const archive = archiveOf('eu-west-1');
    const written = async () => (await archive.load('fleet'))?.asOf;
    for (const minute of [0, 9])
      archive.keepFleet({ asOf: at(minute), value: Array(10_000).fill(0) });
    await archive.flush();
    expect(await written()).toEqual(at(0));
    archive.keepFleet({ asOf: at(10), value: Array(10_000).fill(0) });
    await archive.flush();
    expect(await written()).toEqual(at(10));
  });

  it('keeps many jobs at once', async () => {
    const archive = archiveOf('eu-west-1');
    archive.keep(Array.from({ length: 1_000 }, (_, index) => job(`job-${index}`, 'STARTED')));
    await archive.flush();
    expect(await archive.loadAll('job')).toHaveLength(1_000);
  });
});

it('says that something could not be kept, and goes on', async () => {
  const archive = new Archive({
    target: 'eu-west-1',
    store: () => Promise.reject(new Error('disk full')),
    warn,
  });
  archive.keep([job('a', 'STARTED')]);
  await archive.flush();
  expect(warn).toHaveBeenCalledWith(expect.any(String), new Error('disk full'));
});

it('lets whoever waits for a reading have it before it is written', async () => {
  vi.useFakeTimers();
  const store = vi.fn<() => Promise<Store>>(() => Promise.reject(new Error('disk full')));
  new Archive({ target: 'eu-west-1', store, warn }).keep([job('a', 'STARTED')]);
  await vi.advanceTimersByTimeAsync(900);
  expect(store).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(200);
  expect(store).toHaveBeenCalledOnce();
  vi.useRealTimers();
});
