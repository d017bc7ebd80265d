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
import { type Evidence, type Findings, judge } from './judge';
import { type Intent, insist } from './operator';
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

/** How long the server is given to come to the point at which it kills itself, in milliseconds. */
const POINT_PATIENCE = 20_000;

/** Until it has, somebody asks for one more launch this often, in milliseconds. */
const ASK_AGAIN = 2_000;

/** A random kill comes within so many milliseconds of the first request. */
const LATEST_KILL = 700;

/** New launches are asked for while no more than so many wait for an answer. */
const MOST_OPEN = 10;

const HOUR = 3_600_000;

/** A database that is to crash does so with every so many kills. */
const CRASH_EVERY = 3;

/** How long everything may take to come to its end after the last kill, in milliseconds. */
const END_PATIENCE = 120_000;

/** One server against one simulated DRS: launches, faults and kills, and then the judgement. */
export async function runTrial(subject: Subject, plan: TrialPlan): Promise<Trial> {
  const { seed, kills, launchesPerKill } = plan;
  const folder = await mkdtemp(path.join(os.tmpdir(), 'homeward-prove-'));
  // Two in three servers of a fleet are ready, and a launch takes one to three of them.
  const drs = await startFaultyDrs({ servers: kills * launchesPerKill * 4 + 100, seed });
  const port = await portToReturnTo();
  const server = subject({ simulatorURL: drs.url, dataFolder: folder, port });
  try {
    const desk = new Desk(server, await readyInstances(drs.url), new Random('desk', seed));
    const { struck, killsAtWork } = await killAgainAndAgain(server, desk, plan);
    await server.start();
    await within(desk.allAnswered(), END_PATIENCE, () => desk.describePending());
    const evidence = await settled(server, async () => ({
      intents: desk.intents,
      launches: await launchesOf(server),
      effects: await effectsOf(drs.url),
    }));
    return {
      ...judge(evidence),
      launches: desk.intents.length,
      kills,
      killsAtWork,
      struck,
      calls: await countCalls(drs.url, 'StartFailbackLaunch'),
      ends: countEnds(evidence.launches),
    };
  } finally {
    await server.stop();
    await drs.close();
    await rm(folder, { recursive: true, force: true });
  }
}

async function killAgainAndAgain(server: ServerProcess, desk: Desk, plan: TrialPlan) {
  const { kills, launchesPerKill, killPoints = [], movesClock = false, crashDatabase, seed } = plan;
  const random = new Random('kills', seed);
  const struck: Record<string, number> = {};
  let killsAtWork = 0;
  for (let kill = 0; kill < kills; kill += 1) {
    // Every other kill is at a named point, while there are any.
    const point = kill % 2 === 0 ? killPoints[(kill / 2) % killPoints.length] : undefined;
    await server.start(point ? { HOMEWARD_FAULT_POINT: point } : {});
    await Promise.race([server.ended(), desk.hasRoom()]);
    desk.ask(launchesPerKill);
    if (crashDatabase && kill % CRASH_EVERY === 1) await crashDatabase();
    if (movesClock) server.child?.send({ clockOffset: random.pick([-HOUR, 0, HOUR]) });
    if (point) await struckAt(server, desk);
    else await wait(random.between(0, LATEST_KILL));
    if (point && !server.isRunning()) struck[point] = (struck[point] ?? 0) + 1;
    if (desk.isWaiting) killsAtWork += 1;
    await server.stop('SIGKILL');
  }
  return { struck, killsAtWork };
}

/** Waits for the server to kill itself. Not every launch passes every point, so further ones are asked for. */
async function struckAt(server: ServerProcess, desk: Desk) {
  for (let waited = 0; server.isRunning() && waited < POINT_PATIENCE; waited += ASK_AGAIN) {
    if (waited > 0) desk.ask(1);
    await Promise.race([server.ended(), wait(ASK_AGAIN)]);
  }
}

/** Where people ask for launches, several at a time, and ask again for what was refused. */
class Desk {
  readonly intents: Intent[] = [];
  #open = new Set<Promise<void>>();

  constructor(
    private readonly server: ServerProcess,
    private readonly ready: string[],
    private readonly random: Random,
  ) {}

  get isWaiting(): boolean {
    return this.#open.size > 0;
  }

  /** Resolves once few enough wait: more would only wait for each other. */
  async hasRoom() {
    while (this.#open.size > MOST_OPEN) await Promise.race(this.#open);
  }

  async allAnswered() {
    while (this.isWaiting) await Promise.all(this.#open);
  }

  /** "3 launches are answered: 503 store-unavailable", for whoever waits in vain. */
  describePending(): string {
    const open = this.intents.filter(({ answer }) => !answer);
    const words = [...new Set(open.map(({ pending }) => pending ?? 'never asked'))];
    return `${open.length} launches are answered: ${words.join('; ')}`;
  }

  /** Asks for so many launches of one to three servers each; every third request is sent twice at once. */
  ask(count: number) {
    for (let asked = 0; asked < count; asked += 1) {
      const recoveryInstanceIDs = this.ready.splice(0, this.random.pick([1, 1, 1, 2, 3]));
      if (recoveryInstanceIDs.length === 0) throw new Error('No server is left to launch.');
      const intent = { idempotencyKey: `launch-${this.intents.length + 1}`, recoveryInstanceIDs };
      this.intents.push(intent);
      this.#keep(this.#follow(intent, this.random.next() < 1 / 3));
    }
  }

  #keep(work: Promise<void>) {
    const tracked = work.finally(() => this.#open.delete(tracked));
    this.#open.add(tracked);
  }

  /** What DRS or Homeward refused clearly was not launched, so somebody will launch these servers again. */
  async #follow(intent: Intent, twice: boolean) {
    const requests = twice ? [intent, intent] : [intent];
    const [answer] = await Promise.all(requests.map((one) => insist(this.server, one)));
    if (answer && answer.status >= 300) this.ready.push(...intent.recoveryInstanceIDs);
  }
}

/** The evidence, once nothing in it moves any more. */
async function settled(server: ServerProcess, look: () => Promise<Evidence>): Promise<Evidence> {
  let evidence = await look();
  const isSettled = async () => {
    evidence = await look();
    return judge(evidence).lost.length === 0;
  };
  // What has not come to an end by then is lost, and the judge says so.
  await until(isSettled, 'every launch comes to an end', END_PATIENCE).catch(() => undefined);
  if (!server.isRunning()) throw new Error('The server ended by itself.');
  return evidence;
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
