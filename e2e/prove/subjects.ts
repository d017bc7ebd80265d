import path from 'node:path';
import { consoleProcess } from '../console-process';
import { ServerProcess } from '../server-process';

/** A server under test, which launches failback on request. */
export type Subject = (settings: {
  simulatorURL: string;
  dataFolder: string;
  port: number;
}) => ServerProcess;

/** Homeward itself, with short waits. */
export const homeward: Subject = (settings) => consoleProcess({ ...settings, env: FAST_SETTINGS });

/** The same over PostgreSQL. */
export const homewardOver =
  (databaseURL: string): Subject =>
  (settings) =>
    consoleProcess({ ...settings, env: { ...FAST_SETTINGS, DATABASE_URL: databaseURL } });

/** The same with a clock that can be moved; see moved-clock.mjs. */
export const homewardWithMovedClock: Subject = (settings) =>
  consoleProcess({
    ...settings,
    env: FAST_SETTINGS,
    node: [process.execPath, '--import', `file://${import.meta.dirname}/moved-clock.mjs`],
  });

/**
 * One call may take 2.5 seconds, on a busy machine too, and a job that is out of sight is waited for 1.5. Jobs of two servers
 * make several batches of a launch of three.
 */
export const FAST_SETTINGS = {
  HOMEWARD_DRS_TIMEOUT_MS: '2500',
  HOMEWARD_SETTLE_MS: '1500',
  HOMEWARD_SERVERS_PER_JOB: '2',
  LOG_LEVEL: 'fatal',
};

/** A server that launches as scripts usually do; see naive-launcher.ts. */
export const naiveLauncher: Subject = ({ simulatorURL, dataFolder, port }) =>
  new ServerProcess({
    command: [
      process.execPath,
      '--import',
      'tsx',
      path.join(import.meta.dirname, 'naive-launcher.ts'),
    ],
    port,
    env: {
      PORT: String(port),
      SIMULATOR_URL: simulatorURL,
      RECORD: path.join(dataFolder, 'launches'),
    },
  });
