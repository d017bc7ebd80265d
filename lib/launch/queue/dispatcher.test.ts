import { expect, it, vi } from 'vitest';
import { startFailbackLaunch } from '@/lib/drs/failback-launch';
import type { Services } from '@/lib/services';
import { openStore } from '@/lib/store/open';
import { onEveryDatabase } from '@/lib/store/testing/databases';
import { verifyHistory } from '@/lib/store/verify-history';
// The simulator stands for DRS; the console itself never imports it.
import { startSimulator } from '../../simulator/server';
import { cancelLaunch, pauseLaunch, resumeLaunch } from '../decide';
import { dispatcherOf } from '../queue/dispatcher';
import { readHistory } from '../read';
import { robin, useLaunching } from '../testing/launching';

onEveryDatabase((location) => {
  const {
    services,
    anotherProcess,
    lowerQuotas,
    ahead,
    settle,
    control,
    fault,
    endFaults,
    counts,
    jobsEnd,
    target,
    round,
    readyServers,
    launchServers,
    read,
    statesOf,
    first,
    become,
  } = useLaunching(location, startSimulator);

  it('sends what fits, and the rest as places become free, each once', async () => {
    const launchID = await launchServers(20);
    const waitFor = async (sent: number) => {
      await vi.waitFor(
        async () => {
          await round();
          expect(await counts()).toHaveLength(sent);
          expect(await statesOf(launchID)).not.toContain('sending');
        },
        { timeout: 15_000, interval: 50 },
      );
    };
    await waitFor(9);
    const queued = (await read(launchID)).batches.filter(({ waiting }) => waiting);
    expect(queued[0]?.waiting).toMatchObject({ position: 1, reason: 'jobs' });
    expect(queued[1]?.waiting).toMatchObject({ position: 2, reason: 'turn' });
    for (const sent of [17, 20]) {
      await jobsEnd();
      await waitFor(sent);
    }
    expect(new Set(await counts())).toEqual(new Set([1]));
    expect(new Set(await statesOf(launchID))).toEqual(new Set(['accepted']));
  });

  it('looks for a free place every two seconds, also when nothing was open until then', async () => {
    const time = steppedTime();
    const stepped: Services = { ...services(), dispatchers: new Map(), wait: time.wait };
    const dispatcher = dispatcherOf(stepped, target());
    void dispatcher.run();
    await vi.waitFor(() => expect(time.isAwaited()).toBe(true), 10_000);
    const launchID = await launchServers(12, {}, 'CHG-1', stepped);
    await vi.waitFor(async () => {
      const sent = ['accepted', 'accepted', 'accepted', 'planned'];
      expect(await statesOf(launchID)).toEqual(sent);
    }, 15_000);
    await dispatcher.wake();
    await jobsEnd();
    time.pass(2_000);
    await vi.waitFor(async () => expect(await counts()).toHaveLength(12), 10_000);
    dispatcher.stop();
  });

  it('counts the jobs that others started', async () => {
    const other = await launchServers(4, {}, 'CHG-0');
    expect(await statesOf(other)).toEqual(['accepted']);
    const launchID = await launchServers(8, {}, 'CHG-2');
    await vi.waitFor(async () => {
      expect(await statesOf(launchID)).toEqual(['accepted', 'accepted', 'planned']);
    }, 15_000);
    await round();
    expect(await statesOf(launchID)).toEqual(['accepted', 'accepted', 'planned']);
    expect(await counts()).toHaveLength(9);
  });

  it('is paused, resumed and cancelled by a person, before it is sent', async () => {
    await control('faults', { operation: 'StartFailbackLaunch', kind: 'throttle' });
    const launchID = await launchServers(20);
    await pauseLaunch(services(), launchID, robin);
    await endFaults();
    ahead.wall += 5 * 60_000;
    await round();
    expect((await read(launchID)).paused?.actor).toBe('Robin');
    expect((await first(launchID)).waiting?.reason).toBe('paused');
    expect(await counts()).toEqual([]);
    await resumeLaunch(services(), launchID, robin);
    await become(launchID, 'accepted');
    await pauseLaunch(services(), launchID, robin);
    await cancelLaunch(services(), launchID, robin);
    await jobsEnd();
    await round();
    await vi.waitFor(async () => {
      const states = new Set(await statesOf(launchID));
      expect(states).toEqual(new Set(['accepted', 'cancelled']));
    }, 15_000);
    await expect(cancelLaunch(services(), launchID, robin)).rejects.toThrow(/has been sent/);
    const history = await readHistory(services(), launchID);
    expect(history.filter(({ actor }) => actor === 'Robin').map(({ kind }) => kind)).toContain(
      'launch-paused',
    );
  });

  it('survives the end of the process that made it', async () => {
    await control('faults', { operation: 'StartFailbackLaunch', kind: 'throttle', count: 3 });
    await launchServers(5);
    dispatcherOf(services(), target()).stop();
    const next = anotherProcess();
    await vi.waitFor(async () => {
      ahead.wall += 60_000;
      await round(next);
      expect(await counts()).toEqual([1, 1, 1, 1, 1]);
    }, 15_000);
    await (await next.store()).destroy();
  });

  const MINUTE = 60_000;
  const waitingLaunch = async () => {
    await control('faults', { operation: 'StartFailbackLaunch', kind: 'throttle' });
    const launchID = await launchServers(1);
    await round();
    return launchID;
  };

  it('is for a person to resume when no process has looked after it for long', async () => {
    const launchID = await waitingLaunch();
    dispatcherOf(services(), target()).stop();
    await endFaults();
    ahead.wall += 20 * MINUTE;
    const next = anotherProcess();
    await round(next);
    await round(next);
    expect(await counts()).toEqual([]);
    const { paused } = await read(launchID);
    expect(paused).toMatchObject({ actor: 'Homeward', unattendedSince: expect.any(String) });
    const { waiting } = await first(launchID);
    expect(waiting).toMatchObject({ reason: 'paused' });
    expect(waiting?.sentence).toContain('Homeward was not running');
    const history = await readHistory(services(), launchID);
    expect(history.filter(({ kind }) => kind === 'launch-paused')).toMatchObject([
      { actor: 'Homeward', detail: { unattendedSince: paused?.unattendedSince } },
    ]);
    await resumeLaunch(next, launchID, robin);
    expect((await read(launchID)).paused).toBeNull();
    await become(launchID, 'accepted', next);
    await (await next.store()).destroy();
  });

  it('goes by itself however long it waits while a process looks after it', async () => {
    const launchID = await waitingLaunch();
    for (let waits = 0; waits < 3; waits += 1) {
      ahead.wall += 10 * MINUTE;
      await round();
    }
    await endFaults();
    ahead.wall += 10 * MINUTE;
    await become(launchID, 'accepted');
    expect(await counts()).toEqual([1]);
  });

  it('is for a person to resume when its process has slept for long', async () => {
    const launchID = await waitingLaunch();
    await endFaults();
    ahead.wall += 20 * MINUTE;
    await round();
    expect((await read(launchID)).paused).toMatchObject({ actor: 'Homeward' });
    expect(await counts()).toEqual([]);
  });

  it('is not taken for forgotten while one round takes long', async () => {
    await fault('reset');
    await become(await launchServers(1, {}, 'CHG-0'), 'unknown');
    await control('faults', {
      operation: 'StartFailbackLaunch',
      kind: 'throttle',
      retryAfterSeconds: 900,
    });
    const launchID = await launchServers(1);
    await round();
    settle();
    const { reads } = target().drs;
    const send = reads.send.bind(reads) as (...given: unknown[]) => never;
    const slow = vi.spyOn(reads, 'send').mockImplementation((...given: unknown[]) => {
      ahead.wall += 7 * MINUTE;
      return send(...given);
    });
    await round();
    expect(slow.mock.calls.length).toBeGreaterThan(2);
    slow.mockRestore();
    await round();
    expect((await read(launchID)).paused).toBeNull();
  });

  it.each([
    ['throttle', 'throttled'],
    ['quota', 'quota'],
  ])('is slowed down by a refusal for the moment and never failed (%s)', async (kind, reason) => {
    await fault(kind, { retryAfterSeconds: 7 });
    const launchID = await launchServers(1);
    const { state, waiting } = await first(launchID);
    expect([state, waiting?.reason]).toEqual(['planned', reason]);
    await round();
    expect(await counts()).toEqual([]);
    ahead.wall += 20_000;
    await become(launchID, 'accepted');
    expect((await first(launchID)).attempts).toBe(2);
    expect(await counts()).toEqual([1]);
  });

  it.each(['commit-then-throttle', 'commit-then-quota', 'commit-then-conflict'])(
    'takes its job when something on the way repeated the call and gave the second answer (%s)',
    async (kind) => {
      await fault(kind);
      await fault('unguarded', { count: 10 });
      const launchID = await launchServers(1);
      ahead.wall += 20_000;
      await become(launchID, 'found');
      expect(await first(launchID)).toMatchObject({ attempts: 1, problem: null });
      expect(await counts()).toEqual([1]);
    },
  );

  it('takes its job when the store was set back to before it was sent', async () => {
    const launchID = await launchServers(1);
    const { jobID } = await first(launchID);
    const unsent = { state: 'planned', attempts: 0, sent_at: null, job_id: null, job: null };
    const store = await services().store();
    await store.updateTable('batches').set(unsent).execute();
    await jobsEnd();
    await become(launchID, 'found');
    expect(await first(launchID)).toMatchObject({ attempts: 0, jobID });
    expect(await counts()).toEqual([1]);
  });

  it('is for a person when the store was set back and a job with its tag has fewer servers', async () => {
    const launchID = await launchServers(1);
    const [one = ''] = (await first(launchID)).recoveryInstanceIDs;
    await jobsEnd();
    const [other = ''] = await readyServers(1);
    const unsent = { state: 'planned', attempts: 0, sent_at: null, job_id: null, job: null };
    const recovery_instance_ids = JSON.stringify([one, other]);
    const store = await services().store();
    await store
      .updateTable('batches')
      .set({ ...unsent, recovery_instance_ids, servers: 2 })
      .execute();
    await become(launchID, 'parked');
    expect((await first(launchID)).evidence?.otherJobs).toMatchObject([
      { reason: expect.stringMatching(/the tag/) },
    ]);
    ahead.monotonic += 10 * MINUTE;
    await round();
    expect(await statesOf(launchID)).toEqual(['parked']);
    expect(await counts()).toEqual([1]);
  });

  it('is for a person when it was turned back and a job that may be its own has its servers', async () => {
    await fault('throttle');
    const launchID = await launchServers(1);
    const { recoveryInstanceIDs } = await first(launchID);
    await startFailbackLaunch(target().drs, recoveryInstanceIDs, {}, () => undefined);
    ahead.wall += 20_000;
    await become(launchID, 'parked');
    expect((await first(launchID)).evidence?.otherJobs).toMatchObject([
      { reason: 'it does not carry the tag' },
    ]);
    expect((await first(launchID)).attempts).toBe(1);
  });

  it('sets nothing aside that DRS turned back while a job of its first call may come to light', async () => {
    await fault('throttle');
    const launchID = await launchServers(2);
    const [one = ''] = (await first(launchID)).recoveryInstanceIDs;
    await startFailbackLaunch(target().drs, [one], {}, () => undefined);
    await target().watch.fleet.fresh(0);
    ahead.wall += 20_000;
    await round();
    expect(await statesOf(launchID)).toEqual(['planned']);
    settle();
    await vi.waitFor(async () => {
      await round();
      expect(await statesOf(launchID)).toEqual(['accepted', 'rejected']);
    }, 15_000);
    expect(await counts()).toEqual([1, 1]);
  });

  it('divides a batch that DRS finds too large once a job of its first call would be listed', async () => {
    await lowerQuotas({ serversPerJob: 2 });
    const launchID = await launchServers(4);
    ahead.wall += 20_000;
    await round();
    await round();
    expect((await read(launchID)).batches.map((b) => b.recoveryInstanceIDs.length)).toEqual([4]);
    settle();
    await vi.waitFor(async () => {
      await round();
      expect(await counts()).toEqual([1, 1, 1, 1]);
    }, 15_000);
    expect((await read(launchID)).batches.map((b) => b.recoveryInstanceIDs.length)).toEqual([2, 2]);
  });

  it('begins no call once it is to end, and leaves the launch to whoever comes next', async () => {
    dispatcherOf(services(), target()).stop();
    const launchID = await launchServers(1);
    expect(await statesOf(launchID)).toEqual(['planned']);
    const next = anotherProcess();
    await become(launchID, 'accepted', next);
    expect(await counts()).toEqual([1]);
    await (await next.store()).destroy();
  });

  it('keeps a record of all of it that holds together', async () => {
    await fault('throttle');
    const launchID = await launchServers(12);
    ahead.wall += 20_000;
    await become(launchID, 'accepted');
    const { store } = await openStore(services().config);
    const verdict = await verifyHistory(store);
    expect(verdict.fault).toBeNull();
    expect(verdict.lines).toBeGreaterThan(5);
    await store.destroy();
  });
});

/** Pauses that end only as the test lets time pass. */
function steppedTime() {
  let now = 0;
  let pauses: { end: number; resolve: () => void }[] = [];
  return {
    wait: (milliseconds: number) =>
      new Promise<void>((resolve) => {
        pauses.push({ end: now + milliseconds, resolve });
      }),
    isAwaited: () => pauses.length > 0,
    pass: (milliseconds: number) => {
      now += milliseconds;
      const over = pauses.filter(({ end }) => end <= now);
      pauses = pauses.filter(({ end }) => end > now);
      for (const { resolve } of over) resolve();
    },
  };
}
