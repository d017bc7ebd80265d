import { test as base, expect } from '@playwright/test';
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { startSimulator } from '../lib/simulator/server';

type Simulator = Awaited<ReturnType<typeof startSimulator>>;

interface Fixtures {
  /** How the simulated fleet is made; override with test.use. */
  fleet: { servers: number; seed: number; speed: number };
  simulator: Simulator;
  /** The production build of the console, talking to the test's own simulator. */
  console: Console;
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
    const running = new Console(simulator.url, dataFolder, await freePort());
    await running.start();
    await use(running);
    await running.stop();
    await rm(dataFolder, { recursive: true, force: true });
  },

  baseURL: async ({ console }, use) => use(console.url),
});

export { expect };

/** One production console, which a test may stop and start again on the same address and data. */
class Console {
  readonly url: string;
  #process: ChildProcess | undefined;

  constructor(
    private readonly simulatorURL: string,
    private readonly dataFolder: string,
    private readonly port: number,
  ) {
    this.url = `http://127.0.0.1:${port}`;
  }

  async start() {
    this.#process = spawn(process.execPath, ['scripts/start.mjs'], {
      env: {
        PATH: process.env.PATH,
        HOME: process.env.HOME,
        PORT: String(this.port),
        AWS_REGION: 'eu-west-1',
        AWS_ACCESS_KEY_ID: 'HOMEWARDTEST',
        AWS_SECRET_ACCESS_KEY: 'homeward-simulator',
        HOMEWARD_SIMULATOR_URL: this.simulatorURL,
        HOMEWARD_DATA_DIR: this.dataFolder,
        LOG_LEVEL: 'warn',
      } as unknown as NodeJS.ProcessEnv,
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    await expect
      .poll(() => this.answers(), { message: 'the console starts', timeout: 30_000 })
      .toBe(true);
  }

  async stop(signal: NodeJS.Signals = 'SIGKILL') {
    const child = this.#process;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const ended = new Promise((resolve) => child.once('exit', resolve));
    child.kill(signal);
    await ended;
  }

  private async answers() {
    return fetch(`${this.url}/api/health`).then(
      (response) => response.ok,
      () => false,
    );
  }
}

async function freePort() {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
