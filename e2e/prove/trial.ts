import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { FailbackLaunch, FailbackLaunches } from '@/lib/contract/failback-launch';
import { Random } from '../../lib/simulator/random';
import { portToReturnTo } from '../../scripts/ports.mjs';
import type { ServerProcess } from '../server-process';
import { countCalls, effectsOf } from '../simulator';
import { until } from '../until';
import { readyInstances, startFaultyDrs } from './drs';
import { type Findings, type TrialRecord, judge } from './judge';
import { LoadGenerator } from './load-generator';
import type { Subject } from './subjects';

export interface TrialPlan {
  seed: number;
  kills: number;
  /** New launches between one kill and the next. */
  launchesPerKill: number;
  /** Where the server is to kill itself, in turn with kills at random moments. */
  killPoints?: readonly string[];
  /** Whether the clock of the server jumps by an hour, back or forth, while it launches. */
  movesClock?: boolean;
  /** Ends the database as a crash does, and starts it again; called now and then while the server launches. */
  crashDatabase?: () => Promise<void>;
}

export interface Trial extends Findings {
  launches: number;
  kills: number;
  /** Kills that found somebody waiting for an answer. */
  killsAtWork: number;
  /** How often each named point killed. */
  struck: Record<string, number>;
  calls: number;
  /** How many batches came to which end. */
  ends: Record<string, number>;
}

/** The server must reach the point at which it kills itself within so many milliseconds. */
const POINT_TIMEOUT = 20_000;

/** Until it does, one more launch is requested this often, in milliseconds. */
const ASK_AGAIN = 2_000;

/** A random kill comes within so many milliseconds of the first request. */
const LATEST_KILL = 700;

const HOUR = 3_600_000;

/** The database crashes with every third kill. */
const CRASH_EVERY = 3;

/** Everything must come to its end within so many milliseconds after the last kill. */
const END_TIMEOUT = 120_000;

/** One server against one simulated DRS: launches, faults and kills, and then the judgement. */
export async function runTrial(subject: Subject, plan: TrialPlan): Promise<Trial> {
  const { seed, kills, launchesPerKill } = plan;
  const folder = await mkdtemp(path.join(os.tmpdir(), 'homeward-prove-'));
  // Two in three servers of a fleet are ready, and a launch takes one to three of them.
  const drs = await startFaultyDrs({ servers: kills * launchesPerKill * 4 + 100, seed });
  const port = await portToReturnTo();
  const server = subject({ simulatorURL: drs.url, dataFolder: folder, port });
  try {
    const load = new LoadGenerator(server, await readyInstances(drs.url), new Random('load', seed));
    const { struck, killsAtWork } = await killAgainAndAgain(server, load, plan);
    await server.start();
    await within(load.allAnswered(), END_TIMEOUT, () => load.describePending());
    const record = await settled(server, async () => ({
      intents: load.intents,
      launches: await launchesOf(server),
      effects: await effectsOf(drs.url),
    }));
    return {
      ...judge(record),
      launches: load.intents.length,
      kills,
      killsAtWork,
      struck,
      calls: await countCalls(drs.url, 'StartFailbackLaunch'),
      ends: countEnds(record.launches),
    };
  } finally {
    await server.stop();
    await drs.close();
    await rm(folder, { recursive: true, force: true });
  }
}

async function killAgainAndAgain(server: ServerProcess, load: LoadGenerator, plan: TrialPlan) {
  const { kills, launchesPerKill, killPoints = [], movesClock = false, crashDatabase, seed } = plan;
  const random = new Random('kills', seed);
  const struck: Record<string, number> = {};
  let killsAtWork = 0;
  for (let kill = 0; kill < kills; kill += 1) {
    // Every other kill is at a named point, while there are any.
    const point = kill % 2 === 0 ? killPoints[(kill / 2) % killPoints.length] : undefined;
    await server.start(point ? { HOMEWARD_FAULT_POINT: point } : {});
    await Promise.race([server.ended(), load.hasRoom()]);
    load.ask(launchesPerKill);
    if (crashDatabase && kill % CRASH_EVERY === 1) await crashDatabase();
    if (movesClock) server.child?.send({ clockOffset: random.pick([-HOUR, 0, HOUR]) });
    if (point) await struckAt(server, load);
    else await wait(random.between(0, LATEST_KILL));
    if (point && !server.isRunning()) struck[point] = (struck[point] ?? 0) + 1;
    if (load.isWaiting) killsAtWork += 1;
    await server.stop('SIGKILL');
  }
  return { struck, killsAtWork };
}

/** Waits for the server to kill itself. Not every launch passes every point, so further ones are asked for. */
async function struckAt(server: ServerProcess, load: LoadGenerator) {
  for (let waited = 0; server.isRunning() && waited < POINT_TIMEOUT; waited += ASK_AGAIN) {
    if (waited > 0) load.ask(1);
    await Promise.race([server.ended(), wait(ASK_AGAIN)]);
  }
}

/** The record, once nothing in it changes any more. */
async function settled(
  server: ServerProcess,
  look: () => Promise<TrialRecord>,
): Promise<TrialRecord> {
  let record = await look();
  const isSettled = async () => {
    record = await look();
    await resumePaused(server, record.launches);
    return judge(record).lost.length === 0;
  };
  // A launch that has no end by then is lost, and the judge says so.
  await until(isSettled, 'every launch comes to an end', END_TIMEOUT).catch(() => undefined);
  if (!server.isRunning()) throw new Error('The server ended by itself.');
  return record;
}

/** A person resumes what was paused because the clock said that nobody had looked after it for an hour. */
async function resumePaused({ url }: ServerProcess, launches: readonly FailbackLaunch[]) {
  for (const { launchID } of launches.filter(({ paused }) => paused)) {
    const headers = { Origin: url };
    await fetch(`${url}/api/failback-launches/${launchID}/resume`, { method: 'POST', headers });
  }
}

/** Every launch on record, page by page. */
async function launchesOf({ url }: ServerProcess): Promise<FailbackLaunch[]> {
  const launches: FailbackLaunch[] = [];
  let cursor: string | null = '';
  while (cursor !== null) {
    const query = new URLSearchParams({ limit: '200', ...(cursor && { cursor }) });
    const response = await fetch(`${url}/api/failback-launches?${query}`);
    const page = (await response.json()) as FailbackLaunches;
    launches.push(...page.launches);
    cursor = page.nextCursor;
  }
  return launches;
}

function countEnds(launches: readonly FailbackLaunch[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { state } of launches.flatMap(({ batches }) => batches)) {
    counts[state] = (counts[state] ?? 0) + 1;
  }
  return counts;
}

async function within<Result>(work: Promise<Result>, milliseconds: number, what: () => string) {
  const late = wait(milliseconds, undefined, { ref: false }).then(() => {
    throw new Error(`Not within ${milliseconds / 1000} s: ${what()}.`);
  });
  return Promise.race([work, late]);
}
