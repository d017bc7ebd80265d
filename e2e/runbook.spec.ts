import { spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { expect, test } from './fixtures';
import { readyIDs } from './helpers';
import { launchesByInstance } from './simulator';

// The runbook of docs/runbook.mjs, as a team would run it.
const RUNBOOK = path.resolve('docs/runbook.mjs');

let folder: string;
test.beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'homeward-runbook-'));
});
test.afterEach(() => rm(folder, { recursive: true, force: true }));

/** Starts the runbook for the servers with a tag. */
function start(consoleURL: string, tag: string) {
  const args = [RUNBOOK, consoleURL, 'eu-west-1', tag, `CHG-20418-${tag.replaceAll('=', '-')}`];
  const child = spawn(process.execPath, args, { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => (said += text));
  }
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  return { ended, said: () => said, kill: () => child.kill('SIGKILL') };
}

test('A runbook that is killed and started again brings its wave home once', async ({
  console,
  simulator,
}) => {
  const first = start(console.url, 'wave=3');
  await expect.poll(first.said).toMatch(/\/failback-launches\/launch-\S+\n.*home/);
  const [launch] = /\/failback-launches\/launch-\S+/.exec(first.said()) ?? [];
  first.kill();
  await first.ended;

  const second = start(console.url, 'wave=3');
  expect(await second.ended, second.said()).toBe(0);
  expect(second.said()).toContain(launch);
  const launches = Object.values(await launchesByInstance(simulator.url));
  expect(launches.length).toBeGreaterThan(1);
  expect(new Set(launches)).toEqual(new Set([1]));
});

test('A runbook fails when a server does not come home, and when there is nothing to launch', async ({
  console,
}) => {
  const failing = start(console.url, 'wave=1');
  expect(await failing.ended, failing.said()).toBe(1);
  expect(failing.said()).toContain('1 failed');
  const nothing = start(console.url, 'wave=none');
  expect(await nothing.ended, nothing.said()).toBe(2);
  expect(nothing.said()).toContain('No server with wave=none is ready.');
});

test('A runbook launches nothing for a tag that is written wrong', async ({
  console,
  simulator,
}) => {
  for (const tag of ['wave', '=2', 'wave=2=3']) {
    const run = start(console.url, tag);
    expect(await run.ended, run.said()).toBe(2);
  }
  expect(await launchesByInstance(simulator.url)).toEqual({});
});

test('A runbook that was refused selects anew when it is started again', async ({
  console,
  request,
}) => {
  // The hash is that of another selection, as if a server had changed after the preview.
  const launch = { target: 'eu-west-1', recoveryInstanceIDs: await readyIDs(request) };
  const file = path.join(folder, 'CHG-20418-wave-3.json');
  await writeFile(file, JSON.stringify({ ...launch, selectionHash: 'of-another-selection' }));
  const refused = start(console.url, 'wave=3');
  expect(await refused.ended, refused.said()).toBe(2);
  const again = start(console.url, 'wave=3');
  expect(await again.ended, again.said()).toBe(0);
});

test.describe('While two servers go home at a time', () => {
  test.use({ settings: { HOMEWARD_SERVERS_PER_JOB: '2', HOMEWARD_JOBS_AT_ONCE: '1' } });
  test('a runbook ends when its launch is paused, and says what to do', async ({ console }) => {
    const run = start(console.url, 'wave=3');
    await expect.poll(run.said).toMatch(/\/failback-launches\/launch-\S+/);
    const [launch] = /\/failback-launches\/launch-\S+/.exec(run.said()) ?? [];
    await fetch(`${console.url}/api${launch}/pause`, {
      method: 'POST',
      headers: { Origin: console.url },
    });
    expect(await run.ended, run.said()).toBe(1);
    expect(run.said()).toContain('The launch is paused.');
  });
});
