import { test as base, expect } from '@playwright/test';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { startSimulator } from '../lib/simulator/server';
import { portToReturnTo } from '../scripts/ports.mjs';
import { consoleProcess } from './console-process';
import type { ServerProcess } from './server-process';

export type Simulator = Awaited<ReturnType<typeof startSimulator>>;

interface Fixtures {
  /** How the simulated fleet is made; override with test.use. */
  fleet: { servers: number; seed: number; speed: number };
  /** Further settings of the console, by the names of their variables; override with test.use. */
  settings: Record<string, string>;
  /** Regions by the name of their target, where there are several; override with test.use. */
  targets: Record<string, string>;
  simulator: Simulator;
  /** The production build of the console, talking to the test's own simulator. */
  console: ServerProcess;
}

export const test = base.extend<Fixtures>({
  fleet: [{ servers: 60, seed: 1, speed: 60 }, { option: true }],

  settings: [{}, { option: true }],
  targets: [{}, { option: true }],

  simulator: async ({ fleet }, use) => {
    const simulator = await startSimulator({ port: 0, ...fleet });
    await use(simulator);
    await simulator.close();
  },

  console: async ({ simulator, settings, targets }, use) => {
    const { running, stop } = await startConsole(simulator.url, { settings, targets });
    await use(running);
    await stop();
  },

  baseURL: async ({ console }, use) => use(console.url),
});

export { expect };

/** Starts the production build of the console with a data folder of its own, which goes when it is stopped. */
export async function startConsole(
  simulatorURL: string,
  { settings = {}, targets = {} }: Partial<Pick<Fixtures, 'settings' | 'targets'>> = {},
) {
  const dataFolder = await mkdtemp(path.join(os.tmpdir(), 'homeward-e2e-'));
  const port = await portToReturnTo();
  const env = { ...settings, ...(await targetsIn(dataFolder, targets, simulatorURL)) };
  const running = consoleProcess({ simulatorURL, dataFolder, port, env });
  await running.start();
  const stop = async () => {
    await running.stop();
    await rm(dataFolder, { recursive: true, force: true });
  };
  return { running, stop };
}

/** Writes the file of several targets and gives the setting that names it. */
async function targetsIn(folder: string, targets: Record<string, string>, simulatorURL: string) {
  const entries = Object.entries(targets);
  if (entries.length === 0) return {};
  const file = path.join(folder, 'targets.json');
  const body = entries.map(([name, region]) => ({ name, region, simulator: simulatorURL }));
  await writeFile(file, JSON.stringify({ targets: body }));
  return { HOMEWARD_TARGETS_FILE: file, AWS_REGION: '', HOMEWARD_SIMULATOR_URL: '' };
}
