import { CompiledQuery, PostgresDriver, SqliteDriver } from 'kysely';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { BatchState, FailbackLaunch } from '@/lib/contract/failback-launch';
import { parseConfig } from '@/lib/config';
import { type Services, makeServices } from '@/lib/services';
import type { ProblemError } from '@/lib/contract/problem-error';
import { startFailbackLaunch } from '@/lib/drs/failback-launch';
import { storeUnavailable } from '@/lib/store/failures';
import { openStore } from '@/lib/store/open';
import { onEveryDatabase } from '@/lib/store/testing/databases';
import { verifyHistory } from '@/lib/store/verify-history';
import { jobView } from '@/lib/watch/views';
// The simulator stands for DRS; the console itself never imports it.
import { type Simulator, startSimulator } from '../simulator/server';
import { cancelLaunch, dismissBatch, pauseLaunch, resendBatch, resumeLaunch } from './decide';
import { describeLaunch } from './describe';
import { dispatcherOf } from './queue/dispatcher';
import { previewLaunch } from './request/preview';
import { readHistory, readLaunch } from './read';
import { relaunchOf } from './relaunch';
import { startLaunch } from './request/start';

const quotas = { serversPerJob: 4, jobsAtOnce: 3, serversInAllJobs: 9 };
const robin = { name: 'Robin' };

onEveryDatabase((location) => {
  let simulator: Simulator;
  let services: Services;
  /** Milliseconds by which the clocks of the services are ahead. */
  let ahead: { wall: number; monotonic: number };

  beforeEach(async () => {
    simulator = await startSimulator({ port: 0, speed: 0, servers: 100, quotas });
    vi.stubEnv('AWS_ACCESS_KEY_ID', 'HOMEWARDTEST');
    vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'homeward-simulator');
    ahead = { wall: 0, monotonic: 0 };
    services = process();
  });
  afterEach(async () => {
    vi.unstubAllEnvs();
    await (await services.store()).destroy();
    await simulator.close();
  });

  /** The services of another server process; it shares the store. */
  function process(): Services {
    const { dataFolder, databaseURL } = location();
    const config = parseConfig({
      AWS_REGION: 'eu-west-1',
      HOMEWARD_SIMULATOR_URL: simulator.url,
      HOMEWARD_DATA_DIR: dataFolder,
      DATABASE_URL: databaseURL,
      HOMEWARD_DRS_TIMEOUT_MS: '5000',
      LOG_LEVEL: 'silent',
      HOMEWARD_SERVERS_PER_JOB: String(quotas.serversPerJob),
      HOMEWARD_JOBS_AT_ONCE: String(quotas.jobsAtOnce),
      HOMEWARD_SERVERS_IN_ALL_JOBS: String(quotas.serversInAllJobs),
    });
    return {
      ...makeServices(config),
      clock: { now: () => new Date(Date.now() + ahead.wall) },
      monotonic: () => performance.now() + ahead.monotonic,
    };
  }

  const control = async (path: string, body: unknown) => {
    await fetch(`${simulator.url}/_simulator/${path}`, {
      method: 'POST',
      body: JSON.stringify(body),
    });
  };
  const fault = (kind: string, more = {}) =>
    control('faults', { operation: 'StartFailbackLaunch', kind, count: 1, ...more });
  const counts = async () => {
    const response = await fetch(`${simulator.url}/_simulator/effects`);
    const { launches } = (await response.json()) as { launches: Record<string, number> };
    return Object.values(launches);
  };
  /** Ten minutes pass for DRS: every job that runs ends. */
  const jobsEnd = () => control('clock', { stepSeconds: 900 });

  const target = () => services.targets.get('eu-west-1');
  const round = (by = services) => dispatcherOf(by, by.targets.get('eu-west-1')).wake();

  async function readyServers(count: number): Promise<string[]> {
    const { value } = await target().watch.fleet.fresh(0);
    const recoveryInstanceIDs = value.map((item) => item.recoveryInstanceID);
    const request = { ...REQUEST, recoveryInstanceIDs };
    const { launchable } = await previewLaunch(services, request);
    return launchable.slice(0, count).map((server) => server.recoveryInstanceID);
  }

  const REQUEST = {
    target: 'eu-west-1',
    tags: {},
    acceptCaution: true,
    withoutTags: false,
    recoveryInstanceIDs: [] as string[],
  };
  const launchServers = async (
    count: number,
    more: Partial<typeof REQUEST> = {},
    key = 'CHG-1',
    by = services,
  ) => {
    const request = { ...REQUEST, recoveryInstanceIDs: await readyServers(count), ...more };
    const { launch } = await startLaunch(by, request, {
      idempotencyKey: key,
      actor: 'Robin',
    });
    return launch.launchID;
  };
  const read = async (launchID: string): Promise<FailbackLaunch> =>
    describeLaunch(services, await readLaunch(services, launchID), { withLogs: false });
  const statesOf = async (launchID: string) =>
    (await read(launchID)).batches.map(({ state }) => state);
  const first = async (launchID: string) => {
    const [batch] = (await read(launchID)).batches;
    if (!batch) throw new Error('The launch has no batch.');
    return batch;
  };
  const become = async (launchID: string, state: BatchState, by = services) => {
    await vi.waitFor(
      async () => {
        await round(by).catch(() => undefined);
        expect((await first(launchID)).state).toBe(state);
      },
      { timeout: 15_000, interval: 50 },
    );
  };
  /** Time passes for this process: longer than anything is waited for. */
  const settle = () => {
    ahead.monotonic += 60_000;
  };

  describe('a launch', () => {
    const readFully = async (launchID: string): Promise<FailbackLaunch> =>
      describeLaunch(services, await readLaunch(services, launchID), { withLogs: true });
    const away = (operation: string) => control('faults', { operation, kind: 'reset' });

    it('tells when DRS was really read, and why it is not read any more', async () => {
      const launchID = await launchServers(1);
      await become(launchID, 'accepted');
      await target().watch.jobs.fresh(0);
      expect((await read(launchID)).reading).toMatchObject({ target: 'eu-west-1', problem: null });
      await away('DescribeJobs');
      await target().watch.jobs.refresh();
      const asOf = target().watch.jobs.last()?.asOf.toISOString();
      expect((await read(launchID)).reading).toMatchObject({
        asOf,
        problem: { code: 'drs-unreachable' },
        retryAt: expect.any(String),
      });
    });

    it('tells why the log of its job cannot be read', async () => {
      const launchID = await launchServers(1);
      await become(launchID, 'accepted');
      const { reading, batches } = await readFully(launchID);
      expect(reading?.problem).toBeNull();
      await away('DescribeJobLogItems');
      const log = target().watch.log(batches[0]?.job ?? { jobID: '' });
      await log.refresh();
      expect((await readFully(launchID)).reading).toMatchObject({
        asOf: log.last()?.asOf.toISOString(),
        problem: { code: 'drs-unreachable' },
      });
    });

    it('tells how old its job is while DRS does not list it, and that it is gone when it should', async () => {
      const launchID = await launchServers(1);
      await become(launchID, 'accepted');
      const stored = await readLaunch(services, launchID);
      const [batch] = stored.batches;
      if (!batch?.job) throw new Error('The launch has no job.');
      const jobID = 'drsjob-0123456789abcdef0';
      const unlisted = { ...batch, jobID, job: { ...batch.job, jobID } };
      const described = async () => {
        await target().watch.jobs.fresh(0);
        const launch = { ...stored, batches: [unlisted] };
        const { reading, batches } = await describeLaunch(services, launch, { withLogs: true });
        return { asOf: reading?.asOf, job: batches[0]?.job, outcome: batches[0]?.outcome?.outcome };
      };
      const { answeredDateTime } = batch;
      expect(await described()).toMatchObject({ asOf: answeredDateTime, outcome: 'running' });
      const later = new Date(Date.now() - 20 * 60_000).toISOString();
      unlisted.answeredDateTime = later;
      const gone = await described();
      expect(gone).toMatchObject({ job: { unlistedSince: later }, outcome: 'unknown' });
      expect(gone.asOf).toBe(target().watch.jobs.last()?.asOf.toISOString());
    });

    it('says nothing of DRS while nothing of it was read there', async () => {
      const launchID = await launchServers(1);
      await become(launchID, 'accepted');
      const stored = await readLaunch(services, launchID);
      const refused = stored.batches.map((batch) => ({
        ...batch,
        state: 'rejected' as const,
        jobID: null,
        job: null,
      }));
      const launch = { ...stored, batches: refused };
      expect(await describeLaunch(services, launch, { withLogs: true })).toMatchObject({
        reading: null,
      });
    });
  });

  describe('a queue', () => {
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
      const stepped: Services = { ...services, dispatchers: new Map(), wait: time.wait };
      const dispatcher = dispatcherOf(stepped, target());
      void dispatcher.run();
      await vi.waitFor(() => expect(time.isAwaited()).toBe(true));
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
      await pauseLaunch(services, launchID, robin);
      await fetch(`${simulator.url}/_simulator/faults`, { method: 'DELETE' });
      ahead.wall += 5 * 60_000;
      await round();
      expect((await read(launchID)).paused?.actor).toBe('Robin');
      expect((await first(launchID)).waiting?.reason).toBe('paused');
      expect(await counts()).toEqual([]);
      await resumeLaunch(services, launchID, robin);
      await become(launchID, 'accepted');
      await pauseLaunch(services, launchID, robin);
      await cancelLaunch(services, launchID, robin);
      await jobsEnd();
      await round();
      await vi.waitFor(async () => {
        const states = new Set(await statesOf(launchID));
        expect(states).toEqual(new Set(['accepted', 'cancelled']));
      }, 15_000);
      await expect(cancelLaunch(services, launchID, robin)).rejects.toThrow(/has been sent/);
      const history = await readHistory(services, launchID);
      expect(history.filter(({ actor }) => actor === 'Robin').map(({ kind }) => kind)).toContain(
        'launch-paused',
      );
    });

    it('survives the end of the process that made it', async () => {
      await control('faults', { operation: 'StartFailbackLaunch', kind: 'throttle', count: 3 });
      await launchServers(5);
      dispatcherOf(services, target()).stop();
      const next = process();
      await vi.waitFor(async () => {
        ahead.wall += 60_000;
        await round(next);
        expect(await counts()).toEqual([1, 1, 1, 1, 1]);
      }, 15_000);
      await (await next.store()).destroy();
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
      const store = await services.store();
      await store.updateTable('batches').set(unsent).execute();
      await jobsEnd();
      await become(launchID, 'found');
      expect(await first(launchID)).toMatchObject({ attempts: 0, jobID });
      expect(await counts()).toEqual([1]);
    });

    it('is for a person when it was turned back and a job that may be its own has its servers', async () => {
      await fault('throttle');
      const launchID = await launchServers(1);
      const { recoveryInstanceIDs } = await first(launchID);
      await startFailbackLaunch(target().door, recoveryInstanceIDs, {}, () => undefined);
      ahead.wall += 20_000;
      await become(launchID, 'parked');
      expect((await first(launchID)).evidence?.otherJobs).toMatchObject([
        { reason: 'it does not carry the tag' },
      ]);
      expect((await first(launchID)).attempts).toBe(1);
    });

    it('divides a batch that DRS finds too large', async () => {
      await simulator.close();
      simulator = await startSimulator({
        port: 0,
        speed: 0,
        servers: 100,
        quotas: { ...quotas, serversPerJob: 2 },
      });
      services = process();
      const launchID = await launchServers(4);
      ahead.wall += 20_000;
      await vi.waitFor(async () => {
        await round();
        expect(await counts()).toEqual([1, 1, 1, 1]);
      }, 15_000);
      expect((await read(launchID)).batches.map((b) => b.recoveryInstanceIDs.length)).toEqual([
        2, 2,
      ]);
    });
  });

  it('shows its job before DRS lists it', async () => {
    await fault('hidden-job');
    const launchID = await launchServers(1);
    await become(launchID, 'accepted');
    const { jobID } = await first(launchID);
    expect((await jobView(target(), jobID ?? '')).job).toMatchObject({ jobID });
  });

  it('sends nothing that is late: what was claimed and did not leave in time goes back', async () => {
    let late = 0;
    const slow: Services = {
      ...services,
      dispatchers: new Map(),
      monotonic: () => performance.now() + late,
    };
    const sent = vi.spyOn(slow.targets.get('eu-west-1').door.mutations, 'send');
    const recoveryInstanceIDs = await readyServers(1);
    // The process stands still between its claim and the wire.
    sent.mockImplementationOnce((...given: unknown[]) => {
      late = 10_000;
      sent.mockRestore();
      const { mutations } = slow.targets.get('eu-west-1').door;
      return (mutations.send as (...given: unknown[]) => never)(...given);
    });
    const { launch } = await startLaunch(
      slow,
      { ...REQUEST, recoveryInstanceIDs },
      { idempotencyKey: 'CHG-1', actor: 'Robin' },
    );
    await become(launch.launchID, 'accepted', slow);
    expect(await counts()).toEqual([1]);
    const history = await readHistory(services, launch.launchID);
    const calls = history.filter(({ kind }) => kind === 'call').map(({ detail }) => detail);
    expect(calls).toMatchObject([
      { attempt: 1, code: 'not-sent' },
      { attempt: 2, status: 200 },
    ]);
  });

  it('says that a launch is on record when the store fails after its intent, and records its end later', async () => {
    let isDown = false;
    const failing: Services = {
      ...services,
      dispatchers: new Map(),
      store: async () => {
        if (isDown) throw storeUnavailable(undefined);
        return services.store();
      },
    };
    const { mutations } = failing.targets.get('eu-west-1').door;
    const sent = vi.spyOn(mutations, 'send');
    const recoveryInstanceIDs = await readyServers(1);
    sent.mockImplementationOnce((...given: unknown[]) => {
      isDown = true;
      sent.mockRestore();
      return (mutations.send as (...given: unknown[]) => never)(...given);
    });
    const launching = startLaunch(
      failing,
      { ...REQUEST, recoveryInstanceIDs },
      { idempotencyKey: 'CHG-1', actor: 'Robin' },
    );
    const { problem } = await launching.then(
      () => expect.fail('It was answered without the store.'),
      (error: ProblemError) => error,
    );
    const launchID = problem.launchID ?? '';
    expect(problem).toMatchObject({ status: 503, code: 'launch-on-record' });
    expect(problem.detail).toContain(`${launchID} is on record`);
    expect(await counts()).toEqual([1]);
    isDown = false;
    await vi.waitFor(async () => expect(await statesOf(launchID)).toEqual(['accepted']), 10_000);
  });

  it('says that a launch may be on record when the answer to its commit is lost, and launches it once', async () => {
    const request = { ...REQUEST, recoveryInstanceIDs: await readyServers(1) };
    const by = { idempotencyKey: 'CHG-1', actor: 'Robin' };
    const restore = loseAnswerToCommit('select 1 from launches');
    const { problem } = await startLaunch(services, request, by).then(
      () => expect.fail('It was answered without the store.'),
      (error: ProblemError) => error,
    );
    restore();
    expect(problem).toMatchObject({ status: 503, code: 'launch-may-be-on-record' });
    expect(problem.detail).not.toContain('Nothing is launched');
    const { launch, isRepetition } = await startLaunch(services, request, by);
    expect(isRepetition).toBe(true);
    await become(launch.launchID, 'accepted');
    expect(await counts()).toEqual([1]);
  });

  it('begins no call once it is to end, and leaves the launch to whoever comes next', async () => {
    dispatcherOf(services, target()).stop();
    const launchID = await launchServers(1);
    expect(await statesOf(launchID)).toEqual(['planned']);
    const next = process();
    await become(launchID, 'accepted', next);
    expect(await counts()).toEqual([1]);
    await (await next.store()).destroy();
  });

  describe('a lost answer', () => {
    it('parks what was not found, with the evidence, and sends again only what a person confirms', async () => {
      await fault('reset');
      const launchID = await launchServers(1);
      await become(launchID, 'unknown');
      settle();
      await become(launchID, 'parked');
      const parked = await first(launchID);
      expect(parked.evidence).toMatchObject({ tag: `${launchID}/1`, otherJobs: [] });
      expect(parked.evidence?.looks).toBeGreaterThan(1);
      const { recoveryInstanceIDs } = parked;
      const preview = await previewLaunch(services, { ...REQUEST, recoveryInstanceIDs });
      expect(preview.problem).toMatchObject({ code: 'launch-under-way', launchID });
      await expect(
        startLaunch(
          services,
          { ...REQUEST, recoveryInstanceIDs },
          { idempotencyKey: 'CHG-2', actor: 'Sascha' },
        ),
      ).rejects.toThrow(/its end is not clear/);
      const decision = { actor: 'Robin', version: parked.version };
      await expect(resendBatch(services, launchID, 1, { ...decision, version: 1 })).rejects.toThrow(
        /has changed since/,
      );
      expect(await counts()).toEqual([]);
      await resendBatch(services, launchID, 1, decision);
      await become(launchID, 'accepted');
      await expect(resendBatch(services, launchID, 1, decision)).rejects.toThrow(/not parked/);
      expect(await counts()).toEqual([1]);
    });

    it('closes what a person says is not needed, and frees its servers', async () => {
      await fault('reset');
      const launchID = await launchServers(1);
      await become(launchID, 'unknown');
      settle();
      await become(launchID, 'parked');
      const { version, recoveryInstanceIDs } = await first(launchID);
      const decision = { actor: 'Robin', note: 'rebuilt by hand', version };
      await dismissBatch(services, launchID, 1, decision);
      expect(await statesOf(launchID)).toEqual(['dismissed']);
      await launchServers(1, { recoveryInstanceIDs }, 'CHG-2');
      expect(await counts()).toEqual([1]);
      const [last] = (await readHistory(services, launchID)).slice(-1);
      expect(last).toMatchObject({ actor: 'Robin', detail: { note: 'rebuilt by hand' } });
    });

    it('sends nothing again when the job comes to light before the person confirms', async () => {
      await fault('reset');
      const launchID = await launchServers(1);
      await become(launchID, 'unknown');
      settle();
      await become(launchID, 'parked');
      const { version, recoveryInstanceIDs } = await first(launchID);
      const tags = { 'homeward:launch': `${launchID}/1` };
      await startFailbackLaunch(target().door, recoveryInstanceIDs, tags, () => undefined);
      await expect(resendBatch(services, launchID, 1, { actor: 'Robin', version })).rejects.toThrow(
        /is found now/,
      );
      expect(await counts()).toEqual([1]);
    });

    const sentAgainWhilePaused = async (servers = 1) => {
      await fault('reset');
      const launchID = await launchServers(servers);
      await become(launchID, 'unknown');
      settle();
      await become(launchID, 'parked');
      await pauseLaunch(services, launchID, robin);
      const { version, recoveryInstanceIDs } = await first(launchID);
      await resendBatch(services, launchID, 1, { actor: 'Robin', version });
      expect(await statesOf(launchID)).toEqual(['planned']);
      return { launchID, recoveryInstanceIDs };
    };

    it('takes the job that comes to light while the batch waits to be sent again', async () => {
      const { launchID, recoveryInstanceIDs } = await sentAgainWhilePaused();
      const tags = { 'homeward:launch': `${launchID}/1` };
      await startFailbackLaunch(target().door, recoveryInstanceIDs, tags, () => undefined);
      target().watch.jobs.expire();
      await resumeLaunch(services, launchID, robin);
      await become(launchID, 'found');
      expect((await first(launchID)).attempts).toBe(1);
      expect(await counts()).toEqual([1]);
    });

    it('is in doubt again when it cannot be sent again, or a person cancels that', async () => {
      const { launchID, recoveryInstanceIDs } = await sentAgainWhilePaused();
      await cancelLaunch(services, launchID, robin);
      const { state, version } = await first(launchID);
      expect(state).toBe('parked');
      await resendBatch(services, launchID, 1, { actor: 'Robin', version });
      await startFailbackLaunch(target().door, recoveryInstanceIDs, {}, () => undefined);
      await target().watch.jobs.fresh(0);
      await resumeLaunch(services, launchID, robin);
      await become(launchID, 'parked');
      expect(await first(launchID)).toMatchObject({ attempts: 1, problem: { code: 'not-ready' } });
      expect((await relaunchOf(services, launchID)).recoveryInstanceIDs).toEqual([]);
      expect(await counts()).toEqual([1]);
    });

    it('is not divided while it is in doubt, so that its first job is still found whole', async () => {
      const { launchID, recoveryInstanceIDs } = await sentAgainWhilePaused(4);
      dispatcherOf(services, target()).limits.learn('L-B827C881', 4, { jobs: 0, servers: 0 });
      await resumeLaunch(services, launchID, robin);
      await become(launchID, 'parked');
      expect(await first(launchID)).toMatchObject({
        attempts: 1,
        recoveryInstanceIDs,
        problem: { code: 'larger-than-quota' },
      });
      const tags = { 'homeward:launch': `${launchID}/1` };
      await startFailbackLaunch(target().door, recoveryInstanceIDs, tags, () => undefined);
      settle();
      await become(launchID, 'found');
      expect(await statesOf(launchID)).toEqual(['found']);
      expect(await counts()).toEqual([1, 1, 1, 1]);
    });

    it.each(['access-denied', 'conflict'])(
      'stays in doubt about the first call when the second is refused (%s)',
      async (kind) => {
        const { launchID } = await sentAgainWhilePaused();
        await fault(kind);
        await resumeLaunch(services, launchID, robin);
        await vi.waitFor(async () => expect((await first(launchID)).attempts).toBe(2), 15_000);
        await vi.waitFor(async () => expect(await statesOf(launchID)).not.toContain('sending'));
        await round();
        settle();
        await become(launchID, 'parked');
        expect((await first(launchID)).problem?.code).toBe(`drs-${kind}`);
      },
    );

    it('takes up what a process left behind that was killed while it sent', async () => {
      await fault('commit-then-hang');
      const silent = { ...services, wait: () => new Promise<void>(() => undefined) };
      const recoveryInstanceIDs = await readyServers(1);
      void startLaunch(
        silent,
        { ...REQUEST, recoveryInstanceIDs },
        { idempotencyKey: 'CHG-1', actor: 'Robin' },
      ).catch(() => undefined);
      await vi.waitFor(async () => expect(await counts()).toEqual([1]), 15_000);
      const next = process();
      const store = await next.store();
      const { launch_id } = await store
        .selectFrom('launches')
        .select('launch_id')
        .executeTakeFirstOrThrow();
      await round(next);
      ahead.monotonic += 2_000;
      await become(launch_id, 'found', next);
      expect(await counts()).toEqual([1]);
      await store.destroy();
    });
  });

  it.each([-1, 1])(
    'doubles nothing when the clock is set by %i h during a launch',
    async (hours) => {
      await fault('commit-then-drop');
      const recoveryInstanceIDs = await readyServers(2);
      const [one = '', other = ''] = recoveryInstanceIDs;
      const launchID = await launchServers(1, { recoveryInstanceIDs: [one] });
      ahead.wall += hours * 60 * 60_000;
      await become(launchID, 'found');
      await expect(launchServers(1, { recoveryInstanceIDs: [one] }, 'CHG-2')).rejects.toThrow(
        /cannot be launched now|its end is not clear/,
      );
      await launchServers(1, { recoveryInstanceIDs: [other] }, 'CHG-3');
      await round();
      expect(await counts()).toEqual([1, 1]);
    },
  );

  it('tells which servers to launch again, and leaves out those that went home', async () => {
    const launchID = await launchServers(5);
    await cancelLaunch(services, launchID, robin).catch(() => undefined);
    await vi.waitFor(async () => {
      await round();
      expect(await statesOf(launchID)).not.toContain('planned');
      expect(await statesOf(launchID)).not.toContain('sending');
    }, 15_000);
    await jobsEnd();
    // A reading that was under way when they ended may still be the newest.
    await target().watch.jobs.fresh(0);
    const selection = await relaunchOf(services, launchID);
    expect(selection.recoveryInstanceIDs.length + selection.leftOut.length).toBe(5);
    for (const { reason } of selection.leftOut) expect(reason).toBe('It went home.');
  });

  it('leaves out of another launch what went home by a later one', async () => {
    await fault('throttle');
    const launchID = await launchServers(1);
    await cancelLaunch(services, launchID, robin);
    const { recoveryInstanceIDs } = await relaunchOf(services, launchID);
    expect(recoveryInstanceIDs).toHaveLength(1);
    await become(await launchServers(1, { recoveryInstanceIDs }, 'CHG-2'), 'accepted');
    await jobsEnd();
    await target().watch.fleet.fresh(0);
    const { recoveryInstanceIDs: left, leftOut } = await relaunchOf(services, launchID);
    expect(left).toEqual([]);
    expect(leftOut).toMatchObject([{ reason: 'It is home already.' }]);
  });

  it('keeps a record of all of it that holds together', async () => {
    await fault('throttle');
    const launchID = await launchServers(12);
    ahead.wall += 20_000;
    await become(launchID, 'accepted');
    const { store } = await openStore(services.config);
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

/** Loses the answer to the first commit after which a query finds something. Gives what restores the drivers. */
function loseAnswerToCommit(query: string) {
  const found = CompiledQuery.raw(query);
  const spies = [SqliteDriver.prototype, PostgresDriver.prototype].map((driver) => {
    const commit = driver.commitTransaction;
    const spy = vi.spyOn(driver, 'commitTransaction');
    return spy.mockImplementation(async function (this: SqliteDriver & PostgresDriver, connection) {
      const { rows } = await connection.executeQuery(found);
      await commit.call(this, connection);
      if (rows.length > 0) throw Object.assign(new Error('lost'), { code: 'ECONNRESET' });
    });
  });
  return () => spies.forEach((spy) => spy.mockRestore());
}
