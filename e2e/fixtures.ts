import { test as base, expect } from '@playwright/test';
import { startSimulator } from '../lib/simulator/server';
import { type Targets, startConsole } from './console-process';
import type { ServerProcess } from './server-process';

export type Simulator = Awaited<ReturnType<typeof startSimulator>>;

interface Fixtures {
  /** How the simulated fleet is made; override with test.use. */
  fleet: { servers: number; seed: number; speed: number };
  /** Further settings of the console, by the names of their variables; override with test.use. */
  settings: Record<string, string>;
  /** Where there are several targets; override with test.use. */
  targets: Targets;
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
