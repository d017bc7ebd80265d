import { setTimeout as wait } from 'node:timers/promises';
import { openStreams } from '../e2e/event-streams';
import { countCalls } from '../e2e/simulator';
import { startJobs } from './jobs';
import { report } from './measure';
import { startConsoleProcess, startSimulatorProcess } from './servers';

const MINUTE = 60_000;

/** The readings of the first seconds find out what there is. */
const SETTLING = 5_000;

/** One reading of the jobs every three seconds, and nothing else. */
const FLOOR = 20;

/** How often DRS is called in a minute, however many jobs run and however many watch. */
export async function benchUpstreamCalls() {
  for (const [jobs, viewers] of [
    [1, 10],
    [20, 1],
    [20, 10],
    [20, 1_000],
    [200, 10],
  ] as const) {
    const calls = await callsInAMinute(jobs, viewers);
    report(`calls to DRS, ${jobs} jobs and ${viewers} viewers`, calls, FLOOR, 'a minute');
  }
}

async function callsInAMinute(jobs: number, viewers: number): Promise<number> {
  const simulator = await startSimulatorProcess(400, '--jobs-at-once', '500');
  const console = await startConsoleProcess(simulator.url);
  try {
    await startJobs(simulator.url, jobs);
    const topics = ['/api/fleet', '/api/jobs'].map((path) => `topic=${path}?target=eu-west-1`);
    const open = await openStreams(viewers, {
      url: `${console.url}/api/events?${topics.join('&')}`,
    });
    await wait(SETTLING);
    const before = await countCalls(simulator.url);
    await wait(MINUTE);
    const calls = (await countCalls(simulator.url)) - before;
    for (const viewer of open) viewer.close();
    return calls;
  } finally {
    await Promise.all([console.stop(), simulator.stop()]);
  }
}
