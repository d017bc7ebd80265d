import { startSimulator } from '../lib/simulator/server';
import { startConsole } from './console-process';
import { type Simulator, test as base } from './fixtures';
import type { ServerProcess } from './server-process';

/** Ten thousand servers over four targets. */
export const LARGE_FLEET = {
  fleet: { servers: 2_500, seed: 7, speed: 60 },
  targets: {
    production: 'eu-west-1',
    branch: 'eu-central-1',
    americas: 'us-east-2',
    asia: 'ap-southeast-1',
  },
};

interface Shared {
  simulator: Simulator;
  console: ServerProcess;
}

/** Tests of a large fleet that change nothing for each other share one console. */
export const test = base.extend<object, { shared: Shared }>({
  shared: [
    // Playwright reads the names of what a fixture needs from its parameters.
    // oxlint-disable-next-line no-empty-pattern
    async ({}, use) => {
      const { fleet, targets } = LARGE_FLEET;
      const simulator = await startSimulator({ port: 0, ...fleet });
      const { running, stop } = await startConsole(simulator.url, { targets });
      await use({ simulator, console: running });
      await stop();
      await simulator.close();
    },
    { scope: 'worker', timeout: 60_000 },
  ],
  simulator: async ({ shared }, use) => use(shared.simulator),
  console: async ({ shared }, use) => use(shared.console),
});
