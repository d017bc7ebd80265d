import { type Quotas, type Usage, admissible, planBatches } from '../lib/launch/plan';
import { report } from './measure';

/** What DRS allows. https://docs.aws.amazon.com/general/latest/gr/drs.html */
const QUOTAS = { serversPerJob: 100, jobsAtOnce: 20, serversInAllJobs: 500 };

const SERVERS = 4_000;

const DRAWS = 50;

/** How long servers take, relative to each other: most alike, a few several times as long. */
const SPREAD = 0.5;

interface RunningJob {
  ends: number;
  servers: number;
}

/**
 * How long a launch takes in stepped time, in units of what a server takes in the middle: the batches go in their order
 * as places become free, and a job keeps its place until its slowest server has ended.
 */
export function makespan(durations: readonly number[], sizes: readonly number[], quotas: Quotas) {
  let first = 0;
  const queue = sizes.map((servers) => {
    const duration = Math.max(...durations.slice(first, first + servers));
    first += servers;
    return { servers, duration };
  });
  let running: RunningJob[] = [];
  let now = 0;
  while (queue.length > 0) {
    const going = admissible(queue, quotas, usageOf(running));
    queue.splice(0, going.length);
    running.push(...going.map(({ servers, duration }) => ({ servers, ends: now + duration })));
    if (queue.length === 0) break;
    now = Math.min(...running.map(({ ends }) => ends));
    running = running.filter(({ ends }) => ends > now);
  }
  return Math.max(...running.map(({ ends }) => ends));
}

/** No plan can be faster: every place for a server is taken all the time. */
const slotBound = (durations: readonly number[], { serversInAllJobs }: Quotas) =>
  durations.reduce((sum, duration) => sum + duration, 0) / serversInAllJobs;

function usageOf(running: readonly RunningJob[]): Usage {
  return {
    jobs: running.length,
    servers: running.reduce((sum, { servers }) => sum + servers, 0),
  };
}

/** Log-normal durations, the same for the same seed. */
function durationsOf(servers: number, seed: number): number[] {
  let state = seed;
  const next = () => {
    // A multiplicative congruential generator (Lehmer): enough to spread durations.
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
  return Array.from({ length: servers }, () => {
    const normal = Math.sqrt(-2 * Math.log(next())) * Math.cos(2 * Math.PI * next());
    return Math.exp(SPREAD * normal);
  });
}

/** 4,000 servers, in the mean of many draws: as Homeward plans them, and one full job after the other. */
export function makespans() {
  const ids = Array.from({ length: SERVERS }, (_, index) => String(index));
  const planned = planBatches(ids, QUOTAS).map((batch) => batch.recoveryInstanceIDs.length);
  const full = Array.from({ length: SERVERS / 100 }, () => 100);
  const draws = Array.from({ length: DRAWS }, (_, seed) => durationsOf(SERVERS, seed + 1));
  const mean = (figure: (durations: number[]) => number) =>
    draws.reduce((sum, durations) => sum + figure(durations), 0) / DRAWS;
  return {
    bound: mean((durations) => slotBound(durations, QUOTAS)),
    planned: mean((durations) => makespan(durations, planned, QUOTAS)),
    oneByOne: mean((durations) => makespan(durations, full, { ...QUOTAS, jobsAtOnce: 1 })),
  };
}

export function benchMakespan() {
  const { bound, planned, oneByOne } = makespans();
  report('4,000 servers as planned', planned, bound, 'durations');
  report('4,000 servers, one full job at a time', oneByOne, bound, 'durations');
}
