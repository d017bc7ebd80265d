import { afterEach, beforeEach, expect, it } from 'vitest';
import { writeIntent } from '@/lib/store/intent';
import { findLaunch } from '@/lib/store/launches';
import { openStore } from '@/lib/store/open';
import type { Store } from '@/lib/store/schema';
import { onEveryDatabase } from '@/lib/store/testing/databases';
import { aBatch, aLaunch } from '@/lib/store/testing/launch';
import { Heartbeat } from './heartbeat';

const MINUTE = 60_000;

onEveryDatabase((location) => {
  const launch = aLaunch();
  let store: Store;
  let isDown: boolean;
  let now: number;
  beforeEach(async () => {
    ({ store } = await openStore(location()));
    isDown = false;
    now = Date.parse(launch.createdDateTime);
    await writeIntent(store, launch, new Date(now));
  });
  afterEach(() => store.destroy());

  const startProcess = () =>
    new Heartbeat(
      {
        clock: { now: () => new Date(now) },
        store: async () => {
          if (isDown) throw new Error('down');
          return store;
        },
        warn: () => undefined,
      },
      launch.target,
    );
  const pausedFor = async () =>
    (await findLaunch(store, launch.launchID))?.paused?.unattendedSince ?? null;

  it('does not take the time that a process waits for the store for a gap', async () => {
    const heartbeat = startProcess();
    await heartbeat.beat();
    isDown = true;
    for (let minutes = 0; minutes < 30; minutes += 1) {
      now += MINUTE;
      await heartbeat.beat().catch(() => undefined);
    }
    isDown = false;
    await heartbeat.beat();
    expect(await pausedFor()).toBeNull();
  });

  it('does not forget a gap because the store was down after it', async () => {
    const heartbeat = startProcess();
    await heartbeat.beat();
    const since = new Date(now).toISOString();
    now += 20 * MINUTE;
    isDown = true;
    await expect(heartbeat.beat()).rejects.toThrow('down');
    now += MINUTE;
    isDown = false;
    expect(heartbeat.hasGap()).toBe(true);
    await heartbeat.beat();
    expect(await pausedFor()).toBe(since);
    expect(heartbeat.hasGap()).toBe(false);
  });

  it('does not forget a gap from before the process because the store was down at its start', async () => {
    const before = startProcess();
    await before.beat();
    const since = new Date(now).toISOString();
    now += 48 * 60 * MINUTE;
    const heartbeat = startProcess();
    isDown = true;
    await expect(heartbeat.beat()).rejects.toThrow('down');
    now += 2_000;
    isDown = false;
    await heartbeat.beat();
    expect(await pausedFor()).toBe(since);
  });

  it('pauses a launch whose one batch a process was sending when it ended', async () => {
    await startProcess().beat();
    const since = new Date(now).toISOString();
    await store.updateTable('batches').set({ state: 'sending' }).execute();
    now += 20 * MINUTE;
    await startProcess().beat();
    expect(await pausedFor()).toBe(since);
  });

  it('takes the history for the latest round while none is on record', async () => {
    const since = new Date(now).toISOString();
    now += 20 * MINUTE;
    const batches = [aBatch({ recoveryInstanceIDs: ['i-00000002'] })];
    const createdDateTime = new Date(now).toISOString();
    const change = { launchID: 'launch-2', idempotencyKey: 'CHG-2', createdDateTime, batches };
    await writeIntent(store, aLaunch(change), new Date(now));
    await startProcess().beat();
    expect(await pausedFor()).toBe(since);
  });

  it('takes no gap from a process while another looks after the target', async () => {
    const [one, other] = [startProcess(), startProcess()];
    await one.beat();
    for (let minutes = 0; minutes < 20; minutes += 5) {
      now += 5 * MINUTE;
      await other.beat();
    }
    await one.beat();
    expect(await pausedFor()).toBeNull();
  });
});
