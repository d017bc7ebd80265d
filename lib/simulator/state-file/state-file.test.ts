import {
  DescribeJobsCommand,
  DescribeRecoveryInstancesCommand,
  DrsClient,
  StartFailbackLaunchCommand,
} from '@aws-sdk/client-drs';
import { mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parseScenario } from '../scenario/parse';
import { type Simulator, startSimulator } from '../server';

let folder: string;
let state: string;
let simulator: Simulator;

beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'homeward-state-'));
  state = path.join(folder, 'night.json');
  simulator = await startSimulator({ port: 0, speed: 0, servers: 12, state });
});
afterEach(async () => {
  await simulator.close();
  await rm(folder, { recursive: true });
});

const drs = () =>
  new DrsClient({
    endpoint: simulator.url,
    region: 'eu-west-1',
    maxAttempts: 1,
    credentials: { accessKeyId: 'HOMEWARDTEST', secretAccessKey: 'homeward-simulator' },
  });
const send = (name: string, body: unknown) =>
  fetch(`${simulator.url}/_simulator/${name}`, { method: 'POST', body: JSON.stringify(body) });

async function everything() {
  const instances = await drs().send(new DescribeRecoveryInstancesCommand({}));
  const jobs = await drs().send(new DescribeJobsCommand({}));
  const own = await Promise.all(
    ['faults', 'effects', 'sessions'].map(async (name) =>
      (await fetch(`${simulator.url}/_simulator/${name}`)).json(),
    ),
  );
  return [instances.items, jobs.items, own];
}

describe('a state file', () => {
  it('lets a simulator go on where it was killed', async () => {
    const { items = [] } = await drs().send(new DescribeRecoveryInstancesCommand({}));
    const recoveryInstanceIDs = [items[0]?.recoveryInstanceID ?? ''];
    await send('clock', { stepSeconds: 300 });
    await send('faults', { kind: 'throttle', operation: 'StopFailback', probability: 0.5 });
    await drs().send(new StartFailbackLaunchCommand({ recoveryInstanceIDs, tags: { wave: '1' } }));
    const before = await everything();
    // What is on disk when the launch is answered; closing would write once more.
    const kept = await readFile(state, 'utf8');
    await simulator.close();
    await writeFile(state, kept);
    simulator = await startSimulator({ port: 0, servers: 12, state });
    expect(await everything()).toEqual(before);
    await send('clock', { stepSeconds: 1_200 });
    const { items: jobs } = await drs().send(new DescribeJobsCommand({}));
    expect(jobs?.[0]).toMatchObject({ status: 'COMPLETED', tags: { wave: '1' } });
    expect(await readdir(folder)).toEqual(['night.json']);
  });

  it.each([
    ['is not JSON', () => '{', 'is not JSON'],
    ['is something else', () => '{"format":"elsewhere"}', 'was not written by this simulator'],
    [
      'is of another version',
      (kept: string) => kept.replace('"version":2', '"version":3'),
      'version 3',
    ],
    ['has lost a part', (kept: string) => kept.replace('"worlds"', '"worlds-lost"'), 'is damaged'],
    ['is of another seed', (kept: string) => kept.replace('"seed":1', '"seed":2'), 'seed 2, not 1'],
  ])('that %s is refused and left as it is', async (_, change, reason) => {
    await simulator.close();
    const changed = change(await readFile(state, 'utf8'));
    await writeFile(state, changed);
    const started = startSimulator({ port: 0, servers: 12, state });
    await expect(started).rejects.toThrow(reason);
    expect(await readFile(state, 'utf8')).toBe(changed);
  });

  it('of another scenario is refused', async () => {
    const scenario = parseScenario('name: Another night', '');
    await expect(startSimulator({ port: 0, state, scenario })).rejects.toThrow(
      'was kept in no scenario, not in the scenario "Another night"',
    );
  });
});
