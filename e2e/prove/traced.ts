import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { portToReturnTo } from '../../scripts/ports.mjs';
import { consoleProcess } from '../console-process';
import { countCalls } from '../simulator';
import { readyInstances, startFaultyDrs } from './drs';
import { requestUntilAnswered } from './request';
import { FAST_SETTINGS } from './subjects';
import { TRACED, type TracedLaunches, traceLaunches } from './trace';

/** Longer than any call that matters, so that none is cut off in the trace. */
const LONGEST_TEXT = 100_000;

/** Whether this machine has strace and lets it trace. */
export const canTrace = (): Promise<boolean> =>
  promisify(execFile)('strace', ['-o', os.devNull, 'true']).then(
    () => true,
    () => false,
  );

/**
 * Launches so many servers from a console under strace, four at a time, and reads the trace. `calls` is how many
 * launches have reached DRS: as many as the trace shows, unless it was read wrongly.
 */
export async function traceConsole(launches: number): Promise<TracedLaunches & { calls: number }> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'homeward-trace-'));
  const file = path.join(folder, 'trace');
  const drs = await startFaultyDrs({ servers: launches * 2 + 30, seed: 1 });
  const strace = ['-D', '-f', '-y', '-s', String(LONGEST_TEXT), '-e', `trace=${TRACED}`];
  const server = consoleProcess({
    simulatorURL: drs.url,
    dataFolder: path.join(folder, 'data'),
    port: await portToReturnTo(),
    env: FAST_SETTINGS,
    node: ['strace', ...strace, '-o', file, process.execPath],
  });
  try {
    await server.start();
    const ids = (await readyInstances(drs.url)).slice(0, launches);
    const queue = ids.entries();
    const worker = async () => {
      for (const [index, id] of queue) {
        await requestUntilAnswered(server, {
          idempotencyKey: `traced-${index}`,
          recoveryInstanceIDs: [id],
        });
      }
    };
    await Promise.all([worker(), worker(), worker(), worker()]);
    await server.stop();
    const calls = await countCalls(drs.url, 'StartFailbackLaunch');
    return { ...traceLaunches(await readFile(file, 'utf8')), calls };
  } finally {
    await server.stop();
    await drs.close();
    await rm(folder, { recursive: true, force: true });
  }
}
