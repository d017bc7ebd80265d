import { type ChildProcess, spawn } from 'node:child_process';
import path from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { parseConfig } from '@/lib/config';
import { type Services, makeServices } from '@/lib/services';
import { historyOf } from '@/lib/store/history';
import { findLaunch } from '@/lib/store/launches';
import { onPostgres } from '@/lib/store/testing/databases';
import { verifyHistory } from '@/lib/store/verify-history';
// The simulator stands for DRS; the console itself never imports it.
import { type Simulator, startSimulator } from '../simulator/server';
import { dispatcherOf } from './queue/dispatcher';
import { startLaunch } from './request/start';
import { surveyServers } from './request/survey';

const BATCHES = 100;

interface ServerProcess {
  child: ChildProcess;
  /** What it has told the operator of the server. */
  log: string;
}

const root = path.resolve(import.meta.dirname, '../..');

onPostgres('two server processes on PostgreSQL', (postgres) => {
  let simulator: Simulator;
  let environment: Record<string, string>;
  let services: Services;
  let children: ServerProcess[];

  beforeEach(async () => {
    simulator = await startSimulator({
      port: 0,
      servers: 200,
      speed: 600,
      quotas: { serversPerJob: 1, jobsAtOnce: 20, serversInAllJobs: 20 },
    });
    environment = {
      AWS_REGION: 'eu-west-1',
      AWS_ACCESS_KEY_ID: 'HOMEWARDTEST',
      AWS_SECRET_ACCESS_KEY: 'homeward-simulator',
      DATABASE_URL: await postgres().createDatabase(),
      HOMEWARD_DATA_DIR: '/nowhere',
      HOMEWARD_SIMULATOR_URL: simulator.url,
      HOMEWARD_SERVERS_PER_JOB: '1',
      HOMEWARD_JOBS_AT_ONCE: '20',
      HOMEWARD_SERVERS_IN_ALL_JOBS: '20',
      HOMEWARD_DRS_TIMEOUT_MS: '10000',
      LOG_LEVEL: 'silent',
    };
    for (const [name, value] of Object.entries(environment)) vi.stubEnv(name, value);
    services = makeServices(parseConfig(environment));
    children = [];
  }, 60_000);
  afterEach(async () => {
    for (const { child } of children) child.kill('SIGKILL');
    await (await services.store()).destroy();
    await simulator.close();
    vi.unstubAllEnvs();
  });

  const startProcess = () => {
    const args = ['--import', 'tsx', 'lib/testing/server-process.ts'];
    const env = { ...process.env, ...environment, LOG_LEVEL: 'warn' };
    const child = spawn(process.execPath, args, {
      cwd: root,
      env,
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    const started: ServerProcess = { child, log: '' };
    child.stdout.on('data', (text: Buffer) => (started.log += text.toString()));
    children.push(started);
  };
  const launches = async () => {
    const response = await fetch(`${simulator.url}/_simulator/effects`);
    return Object.values(((await response.json()) as { launches: object }).launches) as number[];
  };

  it(`share ${BATCHES} queued batches while PostgreSQL crashes and comes back, and double none`, async () => {
    const target = services.targets.get('eu-west-1');
    const fleet = await target.watch.fleet.fresh(0);
    const all = fleet.value.map(({ recoveryInstanceID }) => recoveryInstanceID);
    const survey = await surveyServers(
      services,
      { target: target.name, recoveryInstanceIDs: all },
      5_000,
    );
    const ready = [...survey.launchable, ...survey.caution].slice(0, BATCHES);
    expect(ready).toHaveLength(BATCHES);
    // This process writes the intent and sends nothing of it.
    dispatcherOf(services, target).stop();
    const request = {
      target: target.name,
      recoveryInstanceIDs: ready.map(({ recoveryInstanceID }) => recoveryInstanceID),
      tags: {},
      acceptCaution: true,
      withoutTags: false,
    };
    const { launch } = await startLaunch(services, request, {
      idempotencyKey: 'CHG-1',
      actor: 'Robin',
    });
    expect(launch.batches).toHaveLength(BATCHES);

    startProcess();
    startProcess();
    await vi.waitFor(async () => expect((await launches()).length).toBeGreaterThan(20), 60_000);
    await postgres().kill();
    await vi.waitFor(() => {
      for (const { log } of children) expect(log).toContain('launches cannot be recorded');
    }, 60_000);
    await postgres().start();
    await vi.waitFor(
      async () => {
        const { batches = [] } = (await findLaunch(await services.store(), launch.launchID)) ?? {};
        const open = batches.filter(({ state }) => state !== 'accepted' && state !== 'found');
        expect(open.map(({ number, state }) => [number, state])).toEqual([]);
      },
      { timeout: 120_000, interval: 500 },
    );

    expect(await launches()).toEqual(Array.from({ length: BATCHES }, () => 1));
    const store = await services.store();
    const claims = (await historyOf(store, launch.launchID)).filter(
      ({ detail }) => detail.to === 'sending',
    );
    expect(new Set(claims.map(({ detail }) => detail.owner)).size).toBe(2);
    expect((await verifyHistory(store)).fault).toBeNull();
  }, 240_000);
});
