import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { freePort } from '../scripts/ports.mjs';

export const root = path.resolve(import.meta.dirname, '..');

export const credentials = {
  accessKeyId: 'HOMEWARDBENCH',
  secretAccessKey: 'homeward-simulator',
};
export const region = 'eu-west-1';

export interface Running {
  url: string;
  pid: number;
  stop(): Promise<void>;
}

/** Starts the simulator in a process of its own, with as many servers as asked for and further flags. */
export async function startSimulatorProcess(servers: number, ...flags: string[]): Promise<Running> {
  const port = await freePort(4700);
  const command = 'node --import tsx lib/simulator/main.ts --seed 1';
  return start(`http://127.0.0.1:${port}`, '/', [
    ...`${command} --port ${port} --servers ${servers}`.split(' ').slice(1),
    ...flags,
  ]);
}

/** Starts the production console against a simulator, with an empty data folder and further settings. */
export async function startConsoleProcess(
  simulatorURL: string,
  settings: Record<string, string> = {},
): Promise<Running> {
  const port = await freePort(3700);
  const dataFolder = await mkdtemp(path.join(os.tmpdir(), 'homeward-bench-'));
  const running = await start(`http://127.0.0.1:${port}`, '/api/health', ['scripts/start.mjs'], {
    PORT: String(port),
    AWS_REGION: region,
    AWS_ACCESS_KEY_ID: credentials.accessKeyId,
    AWS_SECRET_ACCESS_KEY: credentials.secretAccessKey,
    HOMEWARD_SIMULATOR_URL: simulatorURL,
    HOMEWARD_DATA_DIR: dataFolder,
    LOG_LEVEL: 'warn',
    ...settings,
  });
  return {
    ...running,
    stop: async () => {
      await running.stop();
      await rm(dataFolder, { recursive: true, force: true });
    },
  };
}

/** Starts a process that does nothing but listen, for a floor. */
export async function startEmptyProcess(): Promise<Running> {
  const port = await freePort(4800);
  const args = ['--import', 'tsx', 'bench/empty-server.ts', String(port)];
  return start(`http://127.0.0.1:${port}`, '/', args);
}

/** Starts a bare server of event streams, for a floor. */
export async function startBareStreamProcess(): Promise<Running> {
  const port = await freePort(4900);
  const args = ['--import', 'tsx', 'bench/bare-stream-server.ts', String(port)];
  return start(`http://127.0.0.1:${port}`, '/', args);
}

/** Starts a built Next application that is not ours, for a floor. */
export async function startNextProcess(folder: string): Promise<Running> {
  const port = await freePort(3900);
  return start(`http://127.0.0.1:${port}`, '/', [
    'node_modules/next/dist/bin/next',
    'start',
    folder,
    '-H',
    '127.0.0.1',
    '-p',
    String(port),
  ]);
}

async function start(
  url: string,
  probe: string,
  args: string[],
  env: Record<string, string> = {},
): Promise<Running> {
  const child = spawn(process.execPath, args, {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const stop = () =>
    new Promise<void>((resolve) => {
      if (child.exitCode !== null || child.signalCode !== null) return resolve();
      child.once('exit', () => resolve());
      child.kill('SIGKILL');
    });
  for (let attempt = 0; attempt < 1_500; attempt += 1) {
    const answered = await fetch(url + probe).then(
      () => true,
      () => false,
    );
    if (answered) return { url, pid: child.pid ?? 0, stop };
    await wait(20);
  }
  await stop();
  throw new Error(`Nothing answered at ${url}${probe} within 30 seconds.`);
}
