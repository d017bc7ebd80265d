import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { portToReturnTo } from '../scripts/ports.mjs';
import { credentials, region } from './drs';
import { ServerProcess } from './server-process';

interface ConsoleSettings {
  simulatorURL: string;
  dataFolder: string;
  port: number;
  /** Further settings of the console. */
  env?: Record<string, string>;
  /** Words before the script, such as those of a tracer. */
  node?: readonly [program: string, ...words: string[]];
}

/** The production build of the console, not started yet. */
export function consoleProcess({
  simulatorURL,
  dataFolder,
  port,
  env = {},
  node = [process.execPath],
}: ConsoleSettings): ServerProcess {
  return new ServerProcess({
    command: [...node, 'scripts/start.mjs'],
    port,
    probe: '/api/health',
    env: {
      PORT: String(port),
      AWS_REGION: region,
      AWS_ACCESS_KEY_ID: credentials.accessKeyId,
      AWS_SECRET_ACCESS_KEY: credentials.secretAccessKey,
      HOMEWARD_SIMULATOR_URL: simulatorURL,
      HOMEWARD_DATA_DIR: dataFolder,
      LOG_LEVEL: 'warn',
      ...env,
    },
  });
}

/** By the name of the target: its Region, and its simulator where it is not the one of the console. */
export type Targets = Record<string, string | { region: string; simulator: string }>;

interface Started {
  /** Further settings of the console, by the names of their variables. */
  settings?: Record<string, string>;
  targets?: Targets;
}

/** Starts the production build of the console with a data folder of its own, which goes when it is stopped. */
export async function startConsole(
  simulatorURL: string,
  { settings = {}, targets = {} }: Started = {},
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
async function targetsIn(folder: string, targets: Targets, simulatorURL: string) {
  const entries = Object.entries(targets);
  if (entries.length === 0) return {};
  const file = path.join(folder, 'targets.json');
  const body = entries.map(([name, target]) => ({
    name,
    ...(typeof target === 'string' ? { region: target, simulator: simulatorURL } : target),
  }));
  await writeFile(file, JSON.stringify({ targets: body }));
  return { HOMEWARD_TARGETS_FILE: file, AWS_REGION: '', HOMEWARD_SIMULATOR_URL: '' };
}
