import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createDrsClients } from '@/lib/drs/client';
import { startFailbackLaunch } from '@/lib/drs/failback-launch';
import { pastJobsOf } from '@/lib/outcome/past-jobs';
import { openStore } from '@/lib/store/open';
import type { Store } from '@/lib/store/schema';
import { loadWatched } from '@/lib/store/watched';
import { systemClock } from '@/lib/time';
// The simulator stands for DRS; the console itself never imports it.
import { type Simulator, startSimulator } from '../simulator/server';
import { Archive } from './archive';
import { TargetWatch } from './target-watch';

let simulator: Simulator;
let folder: string;
let store: Store;
let watches: TargetWatch[];

beforeEach(async () => {
  watches = [];
  vi.stubEnv('AWS_ACCESS_KEY_ID', 'HOMEWARDTEST');
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'homeward-simulator');
  folder = await mkdtemp(path.join(os.tmpdir(), 'homeward-watch-'));
  simulator = await startSimulator({ port: 0, servers: 60, seed: 1, speed: 0 });
  ({ store } = await openStore({ dataFolder: folder }));
});
afterEach(async () => {
  vi.unstubAllEnvs();
  for (const watch of watches) await watch.stop();
  await simulator.close();
  await store.destroy();
  await rm(folder, { recursive: true, force: true });
});

const drs = () =>
  createDrsClients(
    { region: 'eu-west-1', role: undefined, simulatorURL: simulator.url },
    { operator: 'Test', timeoutMilliseconds: 2_000 },
  );

/** A process that watches, with the store of this test. */
function startWatching() {
  const warn = (event: string, error: unknown) => {
    throw new Error(event, { cause: error });
  };
  const archive = new Archive({ target: 'eu-west-1', store: async () => store, warn });
  const watch = new TargetWatch(drs(), systemClock, archive);
  watches.push(watch);
  return watch;
}

/** Launches so many ready servers, each in a job of its own. */
async function launch(watch: TargetWatch, count: number): Promise<string[]> {
  const { value } = await watch.fleet.latest();
  const ready = value.filter(
    ({ failback, originEnvironment }) =>
      failback?.state === 'FAILBACK_READY_FOR_LAUNCH' && originEnvironment !== 'AWS',
  );
  const ids = ready.slice(0, count).map(({ recoveryInstanceID }) => recoveryInstanceID);
  const jobs = await Promise.all(
    ids.map((id) => startFailbackLaunch(drs(), [id], {}, () => undefined)),
  );
  return jobs.map(({ job }) => job?.jobID ?? '');
}

const control = (command: string, body: object) =>
  fetch(`${simulator.url}/_simulator/${command}`, { method: 'POST', body: JSON.stringify(body) });

async function callsTo(operation: string): Promise<number> {
  const response = await fetch(`${simulator.url}/_simulator/calls?operation=${operation}`);
  return ((await response.json()) as { calls: unknown[] }).calls.length;
}

it('follows all jobs that run in one call, and reads no log that nobody watches', async () => {
  const watch = startWatching();
  const [jobID = ''] = await launch(watch, 8);
  await watch.jobs.fresh(0);
  const before = await callsTo('DescribeJobs');
  await watch.jobs.refresh();
  expect((await callsTo('DescribeJobs')) - before).toBe(1);
  expect(await callsTo('DescribeJobLogItems')).toBe(0);

  const leave = watch.addViewer(jobID);
  await watch.jobs.refresh();
  const job = watch.jobs.last()?.value.find((one) => one.jobID === jobID) ?? { jobID };
  const past = pastJobsOf(job, watch.jobs.last()?.value ?? []).length;
  await vi.waitFor(async () => {
    expect(watch.log(job).last()).toBeDefined();
    expect(watch.expectationOf(job)?.job?.count).toBe(past);
  });
  leave();
  await watch.jobs.refresh();
  expect(await callsTo('DescribeJobLogItems')).toBe(1 + past);
});

it('reads the log of a job once when it ends, and the fleet again', async () => {
  const watch = startWatching();
  const [jobID = ''] = await launch(watch, 1);
  await watch.jobs.fresh(0);
  await control('clock', { stepSeconds: 7_200 });
  await watch.jobs.refresh();
  const ended = watch.jobs.last()?.value.find((job) => job.jobID === jobID);
  expect(ended?.status).toBe('COMPLETED');
  const job = ended ?? { jobID };
  await vi.waitFor(async () =>
    expect((await watch.verdicts.on([job]))(job).outcome).toBe('succeeded'),
  );
  expect(await callsTo('DescribeJobLogItems')).toBe(1);
});

it('writes a log down only when it has a new line', async () => {
  const watch = startWatching();
  const [jobID = ''] = await launch(watch, 1);
  await watch.jobs.fresh(0);
  const log = watch.log(watch.jobs.last()?.value[0] ?? { jobID });
  const { asOf } = await log.latest();
  await log.refresh();
  await watch.stop();
  expect(log.last()?.asOf.getTime()).toBeGreaterThan(asOf.getTime());
  const kept = await loadWatched(store, 'eu-west-1', 'log', [jobID]);
  expect(kept).toEqual([{ kind: 'log', id: jobID, asOf, value: log.last()?.value }]);
});

it('calls no job succeeded whose log it may not read, and says so', async () => {
  const watch = startWatching();
  const [jobID = ''] = await launch(watch, 1);
  await control('clock', { stepSeconds: 7_200 });
  await control('faults', { operation: 'DescribeJobLogItems', kind: 'access-denied' });
  await watch.jobs.fresh(0);
  const job = watch.jobs.last()?.value.find((one) => one.jobID === jobID) ?? { jobID };
  expect(await watch.verdicts.withLog(job)).toMatchObject({
    outcome: {
      outcome: 'unknown',
      isLogRead: false,
      sentence: 'Completed: 1 launched as DRS says, but the log has not been read to its end.',
    },
    problem: { code: 'drs-access-denied' },
  });
  expect(await watch.verdicts.withLog(job)).toMatchObject({ outcome: { outcome: 'unknown' } });
});

it('goes by the logs on record after a restart, and asks DRS for none', async () => {
  const first = startWatching();
  const [jobID = ''] = await launch(first, 1);
  await control('clock', { stepSeconds: 7_200 });
  await first.jobs.fresh(0);
  const ended = first.jobs.last()?.value[0] ?? { jobID };
  expect((await first.verdicts.withLog(ended)).outcome.outcome).toBe('succeeded');
  await first.stop();

  const calls = await callsTo('DescribeJobLogItems');
  const second = startWatching();
  const restored = (await second.jobs.latest()).value[0] ?? { jobID };
  expect((await second.verdicts.on([restored]))(restored)).toMatchObject({ outcome: 'succeeded' });
  expect(await callsTo('DescribeJobLogItems')).toBe(calls);
});

it('shows the last truth with its age after a restart, also while DRS is away and has forgotten', async () => {
  const first = startWatching();
  const [jobID = ''] = await launch(first, 1);
  await first.jobs.fresh(0);
  await control('clock', { stepSeconds: 7_200 });
  await first.jobs.refresh();
  const fleet = await first.fleet.fresh(0);
  const log = await first.log(first.jobs.last()?.value[0] ?? { jobID }).latest();
  await first.stop();

  await control('reset', {});
  await control('faults', { operation: '*', kind: 'reset' });
  const second = startWatching();
  const { value, asOf } = fleet;
  expect(await second.fleet.latest()).toMatchObject({ value, asOf });
  await second.fleet.refresh();
  expect(second.fleet.last()).toMatchObject({ value, asOf, problem: { code: 'drs-unreachable' } });
  const jobs = await second.jobs.latest();
  const job = jobs.value.find((item) => item.jobID === jobID);
  expect(job?.status).toBe('COMPLETED');
  expect((await second.log(job ?? { jobID }).latest()).value).toEqual(log.value);
});
