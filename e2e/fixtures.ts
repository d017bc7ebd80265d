import { test as base, expect } from '@playwright/test';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { startSimulator } from '../lib/simulator/server';
import { consoleProcess } from './console-process';
import { type ServerProcess, freePort } from './server-process';

type Simulator = Awaited<ReturnType<typeof startSimulator>>;

interface Fixtures {
  /** How the simulated fleet is made; override with test.use. */
  fleet: { servers: number; seed: number; speed: number };
  simulator: Simulator;
  /** The production build of the console, talking to the test's own simulator. */
  console: ServerProcess;
}

export const test = base.extend<Fixtures>({
  fleet: [{ servers: 60, seed: 1, speed: 60 }, { option: true }],

  simulator: async ({ fleet }, use) => {
    const simulator = await startSimulator({ port: 0, ...fleet });
    await use(simulator);
    await simulator.close();
  },

  console: async ({ simulator }, use) => {
    const dataFolder = await mkdtemp(path.join(os.tmpdir(), 'homeward-e2e-'));
    const port = await freePort();
    const running = consoleProcess({ simulatorURL: simulator.url, dataFolder, port });
    await running.start();
    await use(running);
    await running.stop();
    await rm(dataFolder, { recursive: true, force: true });
  },

  baseURL: async ({ console }, use) => use(console.url),
});

export { expect };
