import type {
  Expectation,
  Job,
  JobLogItem,
  JobOutcome,
  Phase,
  ServerOutcome,
  Spread,
} from '@/lib/contract/job';
import { parseInstant } from '@/lib/format';
import { groupBy } from './group-by';
import { judgeJob } from './judge';

/** Phases that end by going on to the next; an instant, or a phase nobody knows, teaches nothing. */
const TIMED: ReadonlySet<Phase> = new Set([
  'requested',
  'snapshotting',
  'converting',
  'rebooting',
  'cleaning-up',
]);

/** A stall is only spoken of with this much experience, and this far past the longest of it. */
const LEAST_EXPERIENCE = 3;
const PATIENCE = 1.25;

/** What the finished jobs of a target lead to expect of another one like them. */
export function expectationFrom(past: { job: Job; log: readonly JobLogItem[] }[]): Expectation {
  const servers = past.flatMap(({ job, log }) => judgeJob(job, log).servers);
  const durations = groupBy(servers.flatMap(completedPhases), ({ phase }) => phase);
  return {
    job: jobSpread(past.map(({ job }) => job)),
    phases: [...durations].flatMap(([phase, taken]) => {
      const spread = spreadOf(taken.map(({ seconds }) => seconds));
      return spread ? [{ phase, ...spread }] : [];
    }),
  };
}

/** How long jobs took, of those that have ended; null when none has. */
export function jobSpread(jobs: readonly Job[]): Spread | null {
  return spreadOf(
    jobs.flatMap(
      ({ creationDateTime, endDateTime }) => between(creationDateTime, endDateTime) ?? [],
    ),
  );
}

/** How long a server that is under way has been in its phase, beside what was usual. */
export interface Pace {
  server: ServerOutcome;
  phase: Phase;
  seconds: number;
  usual: Spread;
  isStalled: boolean;
}

/**
 * The servers under way for whose phase there is experience, the slowest for its kind first. `asOf` is when
 * DRS was read: what may have happened since is not held against a server.
 */
export function pacesOf(
  { servers }: Pick<JobOutcome, 'servers'>,
  expectation: Expectation | null,
  asOf: string | null,
): Pace[] {
  const usual = new Map(expectation?.phases.map((phase) => [phase.phase, phase]));
  return servers
    .filter(({ outcome }) => outcome === 'running')
    .flatMap((server) => paceOf(server, usual, asOf ?? undefined) ?? [])
    .toSorted((one, other) => slowness(other) - slowness(one));
}

function paceOf(
  server: ServerOutcome,
  usual: ReadonlyMap<Phase, Spread>,
  asOf: string | undefined,
): Pace | undefined {
  const last = server.phases.at(-1);
  const spread = last && !last.to ? usual.get(last.phase) : undefined;
  const seconds = between(last?.from, asOf);
  if (!last || !spread || seconds === undefined) return undefined;
  const { count, medianSeconds, longestSeconds } = spread;
  const isStalled = count >= LEAST_EXPERIENCE && seconds > PATIENCE * longestSeconds;
  return {
    server,
    phase: last.phase,
    seconds,
    usual: { count, medianSeconds, longestSeconds },
    isStalled,
  };
}

const slowness = ({ seconds, usual }: Pace) => seconds / Math.max(1, usual.longestSeconds);

function completedPhases({ phases }: ServerOutcome) {
  return phases.slice(0, -1).flatMap(({ phase, from, to }, index) => {
    const seconds = between(from, to);
    const wentWrong = phases[index + 1]?.to === phases[index + 1]?.from;
    return TIMED.has(phase) && seconds !== undefined && !wentWrong ? [{ phase, seconds }] : [];
  });
}

function spreadOf(values: number[]): Spread | null {
  const sorted = values.toSorted((one, other) => one - other);
  const middle = (sorted.length - 1) / 2;
  const [low, high, longest] = [
    sorted[Math.floor(middle)],
    sorted[Math.ceil(middle)],
    sorted.at(-1),
  ];
  if (low === undefined || high === undefined || longest === undefined) return null;
  return { count: sorted.length, medianSeconds: (low + high) / 2, longestSeconds: longest };
}

function between(from: string | undefined, to: string | undefined): number | undefined {
  const [began, ended] = [parseInstant(from), parseInstant(to)];
  return began && ended && Math.max(0, (ended.getTime() - began.getTime()) / 1000);
}
