import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { type DrsClients, createDrsClients } from '@/lib/drs/client';
import { startFailbackLaunch } from '@/lib/drs/failback-launch';
import { openStore } from '@/lib/store/open';
import type { Store } from '@/lib/store/schema';
import { onPostgres } from '@/lib/store/testing/databases';
import { systemClock } from '@/lib/time';
// The simulator stands for DRS; the console itself never imports it.
import { type Simulator, startSimulator } from '../../simulator/server';
import { shareWatch } from './share';
import { TargetWatch } from '@/lib/watch/target-watch';

/** Time for a lease to be taken over on a busy machine, in milliseconds. */
const PATIENCE = { timeout: 20_000, interval: 100 };

/** A process, as far as it watches: its calls are counted, and its store may fail it. */
interface Process {
  watch: TargetWatch;
  drs: DrsClients;
  calls: () => number;
  store: { isThere: boolean };
}

onPostgres('processes on one PostgreSQL', (postgres) => {
  let simulator: Simulator;
  let store: Store;
  let processes: Process[];

  beforeEach(async () => {
    vi.stubEnv('AWS_ACCESS_KEY_ID', 'HOMEWARDTEST');
    vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'homeward-simulator');
    simulator = await startSimulator({ port: 0, servers: 60, seed: 1, speed: 0 });
    const databaseURL = await postgres().createDatabase();
    ({ store } = await openStore({ dataFolder: '/nowhere', databaseURL }));
    processes = [];
  });
  afterEach(async () => {
    for (const { watch } of processes) await watch.stop();
    vi.unstubAllEnvs();
    await simulator.close();
    await store.destroy();
  });

  function startProcess(): Process {
    const drs = createDrsClients(
      { region: 'eu-west-1', role: undefined, simulatorURL: simulator.url },
      { operator: 'Test', timeoutMilliseconds: 5_000 },
    );
    const sends = [drs.reads, drs.polls, drs.mutations].map((client) => vi.spyOn(client, 'send'));
    const state = { isThere: true };
    const { archive, sharing } = shareWatch({
      target: 'eu-west-1',
      owner: `process-${processes.length + 1}`,
      store: async () => (state.isThere ? store : Promise.reject(new Error('no store'))),
      monotonic: () => performance.now(),
      warn: () => undefined,
    });
    const watch = new TargetWatch(drs, systemClock, archive, sharing);
    watch.start();
    const calls = () => sends.reduce((sum, { mock }) => sum + mock.calls.length, 0);
    const started = { watch, drs, calls, store: state };
    processes.push(started);
    return started;
  }

  /** The first holds the lease, and has read; the second follows it. */
  async function startTwo(): Promise<[Process, Process]> {
    const holder = startProcess();
    await holder.watch.fleet.latest();
    await holder.watch.jobs.latest();
    const follower = startProcess();
    await follower.watch.fleet.latest();
    return [holder, follower];
  }

  const control = (command: string, body: object) =>
    fetch(`${simulator.url}/_simulator/${command}`, { method: 'POST', body: JSON.stringify(body) });

  async function callsTo(operation: string): Promise<number> {
    const response = await fetch(`${simulator.url}/_simulator/calls?operation=${operation}`);
    return ((await response.json()) as { calls: unknown[] }).calls.length;
  }

  /** Launches one server by the command line, as it were: no process knows of it. */
  async function launchElsewhere({ watch }: Process): Promise<string> {
    const ready = watch.fleet
      .last()
      ?.value.find(
        ({ failback, originEnvironment }) =>
          failback?.state === 'FAILBACK_READY_FOR_LAUNCH' && originEnvironment !== 'AWS',
      );
    const drs = createDrsClients(
      { region: 'eu-west-1', role: undefined, simulatorURL: simulator.url },
      { operator: 'Test', timeoutMilliseconds: 5_000 },
    );
    const id = ready?.recoveryInstanceID ?? '';
    const { job } = await startFailbackLaunch(drs, [id], {}, () => undefined);
    await control('clock', { stepSeconds: 30 });
    return job?.jobID ?? '';
  }

  const statusIn = ({ watch }: Process, jobID: string) =>
    watch.jobs.last()?.value.find((job) => job.jobID === jobID)?.status;

  it('have one of them read, also the log that only another watches, as often as for itself', async () => {
    const started = performance.now();
    const [holder, follower] = await startTwo();
    const jobID = await launchElsewhere(holder);
    follower.watch.addViewer(jobID);
    follower.watch.jobs.invalidate();
    await vi.waitFor(() => expect(statusIn(follower, jobID)).toBe('STARTED'), PATIENCE);
    const job = { jobID, status: 'STARTED' };
    await vi.waitFor(
      () =>
        expect(
          follower.watch
            .log(job)
            .last()
            ?.value.map(({ event }) => event),
        ).toContain('JOB_START'),
      PATIENCE,
    );
    await control('clock', { stepSeconds: 7_200 });
    await vi.waitFor(() => expect(statusIn(follower, jobID)).toBe('COMPLETED'), PATIENCE);
    expect(follower.watch.jobs.last()?.value).toEqual(holder.watch.jobs.last()?.value);
    await vi.waitFor(
      () => expect(follower.watch.fleet.last()).toMatchObject(asOfIn(holder)),
      PATIENCE,
    );
    expect(follower.calls()).toBe(0);
    // Every three seconds, once at the start, and once each for what is asked for and for what has changed.
    const most = (performance.now() - started) / 3_000 + 4;
    expect(await callsTo('DescribeJobs')).toBeLessThanOrEqual(most);
    const reads = ['DescribeJobs', 'DescribeRecoveryInstances', 'DescribeJobLogItems'];
    // A call may be on its way at this very moment.
    await vi.waitFor(async () => {
      const counts = await Promise.all(reads.map(callsTo));
      expect(counts.reduce((sum, count) => sum + count, 0)).toBe(holder.calls());
    }, PATIENCE);
  }, 90_000);

  it('tell the trouble of the one that reads, and how old its truth is', async () => {
    const [holder, follower] = await startTwo();
    follower.watch.addViewer();
    await control('faults', { operation: '*', kind: 'reset' });
    holder.watch.fleet.invalidate();
    const problem = { code: 'drs-unreachable' };
    await vi.waitFor(
      () => expect(follower.watch.fleet.last()).toMatchObject({ problem, ...asOfIn(holder) }),
      PATIENCE,
    );
    expect(follower.calls()).toBe(0);
  }, 60_000);

  it('go on without the one that reads: another takes its place', async () => {
    const [holder, follower] = await startTwo();
    const jobID = await launchElsewhere(holder);
    follower.watch.addViewer();
    follower.watch.jobs.invalidate();
    await vi.waitFor(() => expect(statusIn(follower, jobID)).toBe('STARTED'), PATIENCE);
    expect(follower.calls()).toBe(0);
    // To the store it is as if the process had ended.
    holder.store.isThere = false;
    await control('clock', { stepSeconds: 7_200 });
    await vi.waitFor(() => expect(statusIn(follower, jobID)).toBe('COMPLETED'), PATIENCE);
    expect(follower.calls()).toBeGreaterThan(0);
    // It comes back, and follows.
    holder.store.isThere = true;
    holder.watch.addViewer();
    await vi.waitFor(
      () => expect(holder.watch.jobs.last()).toMatchObject(asOfIn(follower, 'jobs')),
      PATIENCE,
    );
  }, 90_000);

  it('hand the reading over at once when the one that reads is stopped', async () => {
    const [holder, follower] = await startTwo();
    await holder.watch.stop();
    follower.watch.addViewer();
    // What it has followed is fresh: it reads when something has changed.
    follower.watch.jobs.invalidate();
    const stopped = performance.now();
    await vi.waitFor(() => expect(follower.calls()).toBeGreaterThan(0), PATIENCE);
    expect(performance.now() - stopped).toBeLessThan(4_500);
  }, 60_000);

  it('read DRS themselves for a launch, and each for itself without the store', async () => {
    const [, follower] = await startTwo();
    await follower.watch.fleet.fresh(60_000);
    expect(follower.calls()).toBeGreaterThan(0);
    const before = follower.calls();
    follower.store.isThere = false;
    follower.watch.addViewer();
    follower.watch.jobs.invalidate();
    await vi.waitFor(() => expect(follower.calls()).toBeGreaterThan(before), PATIENCE);
  }, 60_000);
});

function asOfIn({ watch }: Process, what: 'fleet' | 'jobs' = 'fleet') {
  return { asOf: watch[what].last()?.asOf };
}
