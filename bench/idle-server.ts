import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { root } from '../scripts/setup/checkout.mjs';
import { run } from '../scripts/setup/run.mjs';
import { median, report, residentMegabytes } from './measure';
import {
  type Running,
  startConsoleProcess,
  startNextProcess,
  startSimulatorProcess,
} from './servers';

const ROUNDS = 3;
/** By then the garbage of the start-up is collected. */
const IDLE_MILLISECONDS = 5_000;

/** How long the production server takes until it answers, and what it keeps while nobody asks. */
export async function benchIdleServer() {
  const empty = path.join('bench', 'empty-page');
  await run(process.execPath, ['node_modules/next/dist/bin/next', 'build', empty], {
    cwd: root,
    quiet: true,
  });
  const simulator = await startSimulatorProcess(60);
  try {
    const console = await inRounds(() => startConsoleProcess(simulator.url));
    const floor = await inRounds(() => startNextProcess(empty));
    report('from start to the first answer', console.milliseconds, floor.milliseconds, 'ms');
    report('memory of an idle server', console.megabytes, floor.megabytes, 'MB');
  } finally {
    await simulator.stop();
  }
}

async function inRounds(start: () => Promise<Running>) {
  const milliseconds: number[] = [];
  const megabytes: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const from = performance.now();
    const server = await start();
    milliseconds.push(performance.now() - from);
    await wait(IDLE_MILLISECONDS);
    megabytes.push(residentMegabytes(server.pid));
    await server.stop();
  }
  return { milliseconds: median(milliseconds), megabytes: median(megabytes) };
}
