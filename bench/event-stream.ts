import { execFileSync } from 'node:child_process';
import { setTimeout as wait } from 'node:timers/promises';
import { openStreams } from '../e2e/event-streams';
import { countEnded, startJobs } from './jobs';
import { quantile, report } from './measure';
import {
  type Running,
  startBareStreamProcess,
  startConsoleProcess,
  startSimulatorProcess,
} from './servers';

const VIEWERS = 1_000;
const JOBS = 20;

/** Twelve minutes of work take one minute, so every job ends while it is watched. */
const SPEED = '12';

/** What a thousand viewers cost and how late events come, for so many minutes, against a bare stream. */
export async function benchEventStream(minutes: number) {
  const simulator = await startSimulatorProcess(60, '--speed', SPEED);
  const console = await startConsoleProcess(simulator.url);
  const bare = await startBareStreamProcess();
  try {
    const jobs = await startJobs(simulator.url, JOBS);
    const url = `${console.url}/api/events?topic=/api/jobs?target=eu-west-1`;
    const figure = await measure(console, url, minutes);
    const floor = await measure(bare, `${bare.url}/events`, minutes);
    const missed = figure.answers.reduce((sum, answer) => sum + countRunning(answer, jobs), 0);
    const ended = await countEnded(simulator.url, jobs);
    process.stdout.write(
      `missed final states, ${VIEWERS} viewers of ${ended} jobs that ended: ${missed - VIEWERS * (JOBS - ended)}\n`,
    );
    for (const [name, share] of [
      ['p50', 0.5],
      ['p99', 0.99],
    ] as const) {
      const [ours, theirs] = [figure, floor].map(({ delays }) => quantile(delays, share));
      report(
        `age of a reading when it arrives, ${name}`,
        ours ?? 0,
        Math.max(1, theirs ?? 0),
        'ms',
      );
    }
    report('processor time for a viewer and minute', figure.processor, floor.processor, 'ms');
    report('memory for a viewer', figure.memory, floor.memory, 'kB');
  } finally {
    await Promise.all([console.stop(), bare.stop(), simulator.stop()]);
  }
}

async function measure(server: Running, url: string, minutes: number) {
  const delays: number[] = [];
  const before = processOf(server.pid);
  const viewers = await openStreams(VIEWERS, {
    url,
    onEvent: ({ topic }, arrived, { answers }) => {
      delays.push(arrived - Date.parse(String(answers.get(topic)?.asOf)));
    },
  });
  await wait(minutes * 60_000);
  const after = processOf(server.pid);
  const answers = viewers.flatMap((viewer) => [...viewer.answers.values()]);
  for (const viewer of viewers) viewer.close();
  // The first event of each viewer is what was read before it came.
  return {
    answers,
    delays: delays.slice(VIEWERS),
    processor: ((after.seconds - before.seconds) * 1_000) / VIEWERS / minutes,
    memory: (after.kibibytes - before.kibibytes) / VIEWERS,
  };
}

function countRunning(answer: Record<string, unknown>, jobIDs: readonly string[]) {
  const jobs = answer.jobs as { jobID: string; status?: string }[];
  const ended = new Set(
    jobs.filter(({ status }) => status === 'COMPLETED').map(({ jobID }) => jobID),
  );
  return jobIDs.filter((jobID) => !ended.has(jobID)).length;
}

/** The processor time that a process has used and the memory it has in use, as the system counts them. */
function processOf(pid: number) {
  const text = execFileSync('ps', ['-o', 'cputimes=,rss=', '-p', String(pid)], {
    encoding: 'utf8',
  });
  const [seconds = 0, kibibytes = 0] = text.trim().split(/\s+/).map(Number);
  return { seconds, kibibytes };
}
