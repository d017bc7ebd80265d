import { afterEach, beforeEach, expect, vi } from 'vitest';
import { parseConfig } from '@/lib/config';
import type { BatchState } from '@/lib/contract/batch-states';
import type { Batch, FailbackLaunch, FailbackLaunchRequest } from '@/lib/contract/failback-launch';
import { type Services, makeServices } from '@/lib/services';
import type { StoreLocation } from '@/lib/store/open';
import { describeLaunch } from '../describe';
import type { Quotas } from '../plan';
import { dispatcherOf } from '../queue/dispatcher';
import { readLaunch } from '../read';
import { previewLaunch } from '../request/preview';
import { startLaunch } from '../request/start';

/** The console imports no simulator, so a test brings the one that stands for DRS. */
type StartSimulator = (settings: {
  port: number;
  speed: number;
  servers: number;
  quotas: Quotas;
}) => Promise<{ url: string; close: () => Promise<void> }>;

/** The quotas of this DRS: a launch of a few servers fills them. */
const QUOTAS = { serversPerJob: 4, jobsAtOnce: 3, serversInAllJobs: 9 };

/** A request for servers of the one target, which accepts every caution. */
export const requestFor = (
  recoveryInstanceIDs: string[],
  more: Partial<FailbackLaunchRequest> = {},
): FailbackLaunchRequest => ({
  target: 'eu-west-1',
  tags: {},
  acceptCaution: true,
  withoutTags: false,
  recoveryInstanceIDs,
  ...more,
});

/** Who asks for it, under a key of theirs. */
export const byRobin = (idempotencyKey = 'CHG-1') => ({ idempotencyKey, actor: 'Robin' });

export const robin = { name: 'Robin' };

/** A console over one target of a simulated DRS, in each test anew, and what a test of launching does with it. */
export function useLaunching(location: () => StoreLocation, startSimulator: StartSimulator) {
  let simulator: Awaited<ReturnType<StartSimulator>>;
  let current: Services;
  /** Milliseconds by which the clocks of every process are ahead. */
  const ahead = { wall: 0, monotonic: 0 };
  const services = () => current;

  const openSimulator = (quotas: Quotas) =>
    startSimulator({ port: 0, speed: 0, servers: 100, quotas });

  beforeEach(async () => {
    simulator = await openSimulator(QUOTAS);
    vi.stubEnv('AWS_ACCESS_KEY_ID', 'HOMEWARDTEST');
    vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'homeward-simulator');
    Object.assign(ahead, { wall: 0, monotonic: 0 });
    current = anotherProcess();
  });
  afterEach(async () => {
    vi.unstubAllEnvs();
    await (await current.store()).destroy();
    await simulator.close();
  });

  /** The services of another server process; it shares the store. */
  function anotherProcess(): Services {
    const { dataFolder, databaseURL } = location();
    const config = parseConfig({
      AWS_REGION: 'eu-west-1',
      HOMEWARD_SIMULATOR_URL: simulator.url,
      HOMEWARD_DATA_DIR: dataFolder,
      DATABASE_URL: databaseURL,
      HOMEWARD_DRS_TIMEOUT_MS: '5000',
      LOG_LEVEL: 'silent',
      HOMEWARD_SERVERS_PER_JOB: String(QUOTAS.serversPerJob),
      HOMEWARD_JOBS_AT_ONCE: String(QUOTAS.jobsAtOnce),
      HOMEWARD_SERVERS_IN_ALL_JOBS: String(QUOTAS.serversInAllJobs),
    });
    return {
      ...makeServices(config),
      clock: { now: () => new Date(Date.now() + ahead.wall) },
      monotonic: () => performance.now() + ahead.monotonic,
    };
  }

  /** DRS allows less than the settings of the console say. */
  async function lowerQuotas(quotas: Partial<Quotas>) {
    await simulator.close();
    simulator = await openSimulator({ ...QUOTAS, ...quotas });
    current = anotherProcess();
  }

  const control = async (path: string, body: unknown) => {
    await fetch(`${simulator.url}/_simulator/${path}`, {
      method: 'POST',
      body: JSON.stringify(body),
    });
  };
  const fault = (kind: string, more = {}) =>
    control('faults', { operation: 'StartFailbackLaunch', kind, count: 1, ...more });
  const endFaults = async () => {
    await fetch(`${simulator.url}/_simulator/faults`, { method: 'DELETE' });
  };
  /** How often DRS has launched each of the servers that it has launched. */
  const counts = async () => {
    const response = await fetch(`${simulator.url}/_simulator/effects`);
    const { launches } = (await response.json()) as { launches: Record<string, number> };
    return Object.values(launches);
  };
  /** Fifteen minutes pass for DRS: every job that runs ends. */
  const jobsEnd = () => control('clock', { stepSeconds: 900 });

  const target = () => current.targets.get('eu-west-1');
  const round = (by = current) => dispatcherOf(by, by.targets.get('eu-west-1')).wake();

  async function readyServers(count: number): Promise<string[]> {
    const { value } = await target().watch.fleet.fresh(0);
    const all = value.map((item) => item.recoveryInstanceID);
    const { launchable } = await previewLaunch(current, requestFor(all));
    return launchable.slice(0, count).map((server) => server.recoveryInstanceID);
  }
  async function launchServers(
    count: number,
    more: Partial<FailbackLaunchRequest> = {},
    key = 'CHG-1',
    by = current,
  ): Promise<string> {
    const request = requestFor(await readyServers(count), more);
    const { launch } = await startLaunch(by, request, byRobin(key));
    return launch.launchID;
  }

  const read = async (launchID: string): Promise<FailbackLaunch> =>
    describeLaunch(current, await readLaunch(current, launchID), { withLogs: false });
  const statesOf = async (launchID: string) =>
    (await read(launchID)).batches.map(({ state }) => state);
  const first = async (launchID: string): Promise<Batch> => {
    const [batch] = (await read(launchID)).batches;
    return batch ?? expect.fail('The launch has no batch.');
  };
  const become = async (launchID: string, state: BatchState, by = current) => {
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
  /** The answer of a launch is lost, its job is not found, and it is left to a person. */
  const parkedLaunch = async (servers = 1) => {
    await fault('reset');
    const launchID = await launchServers(servers);
    await become(launchID, 'unknown');
    settle();
    await become(launchID, 'parked');
    return launchID;
  };

  return {
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
    parkedLaunch,
    read,
    statesOf,
    first,
    become,
  };
}
