import { type Paces, type Spans, spansWithout, whenWorkedIn, workIn } from '../paces';
import { Random } from '../random';
import { type Fact, type FactOf, lastFact } from './facts';
import { type Machine, storageOf } from './machine';
import { PAIRING_STEPS, type Plan, planOf } from './plan';

/** A replication at a moment. Instants are milliseconds since the epoch, durations seconds. */
export interface Replication {
  state: string;
  /** While it is initiated: how many steps are done, and whether the next one failed. */
  initiation?: { began: number; steps: readonly string[]; done: number; failed: boolean };
  disks: { replicated: number; rescanned: number; backlogged: number }[];
  lagSeconds?: number;
  firstByte?: number;
  eta?: number;
  error?: string;
  /** Whether both ends were consistent once, so that the copy can be launched. */
  isConsistent: boolean;
}

interface Course {
  machine: Machine;
  plan: Plan;
  /** From its beginning on; facts of other kinds are ignored. */
  facts: readonly Fact[];
  began: number;
}

const MIB = 2 ** 20;
/** How fast a backlog is sent, in bytes a second. */
const DRAIN = 20 * MIB;

/** Where a replication stands: a function of what happened to it, of the paces and of the moment. */
export function replicationAt(course: Course, now: number, paces: Paces): Replication {
  const { machine, plan, began } = course;
  const facts = course.facts.filter(({ at }) => at <= now);
  const halts = haltsOf(facts);
  const spans = spansFor(began, halts);
  const work = workIn(paces, spans, now);
  const failed = lastFact(facts, 'pairing-failed');
  if (failed || work < plan.initiation) {
    const until = failed ? workIn(paces, spans, failed.at) : work;
    return initiating(course, until, failed !== undefined, openHalt(halts, now));
  }
  const shares = machine.disks.map(({ deviceName }) => {
    const done = workIn(paces, spansFor(began, halts, deviceName), now) - plan.initiation;
    return Math.max(0, Math.min(1, done / plan.sync));
  });
  const firstByte = whenWorkedIn(paces, spans, plan.initiation);
  // Both ends are consistent when the slowest disk is done.
  const whole = spansWithout(began, asHoles(halts));
  const consistent = whenWorkedIn(paces, whole, plan.initiation + plan.sync + plan.snapshot);
  const open = openHalt(halts, now);
  if (now >= consistent) {
    const steady = steadyState(course, facts, halts, consistent, now, paces);
    return { ...steady, firstByte, isConsistent: true };
  }
  const isCopied = shares.every((share) => share >= 1);
  return {
    state: open?.as ?? (isCopied ? 'CREATING_SNAPSHOT' : plan.kind),
    disks: disksOf(machine, shares, plan.kind),
    ...(open ? { lagSeconds: (now - open.from) / 1_000 } : {}),
    firstByte,
    ...(consistent < Infinity && !open ? { eta: consistent } : {}),
    ...(open?.error ? { error: open.error } : {}),
    isConsistent: false,
  };
}

interface Halt {
  from: number;
  to: number;
  as: 'STALLED' | 'PAUSED';
  error: string | undefined;
  disk: string | undefined;
}

function haltsOf(facts: readonly Fact[]): Halt[] {
  const halts: Halt[] = [];
  for (const fact of facts) {
    if (fact.kind === 'halted') {
      const { at, as, error, disk } = fact;
      halts.push({ from: at, to: Infinity, as, error, disk });
    }
    if (fact.kind === 'resumed') {
      const over = halts.filter(
        ({ to, disk }) => to === Infinity && (fact.disk === undefined || disk === fact.disk),
      );
      for (const halt of over) halt.to = fact.at;
    }
  }
  return halts;
}

const asHoles = (halts: Halt[]): Spans => halts.map(({ from, to }) => [from, to] as const);

/** When bytes move: of one disk, or of the server as a whole. */
const spansFor = (began: number, halts: Halt[], disk?: string) =>
  spansWithout(
    began,
    asHoles(halts.filter((halt) => halt.disk === undefined || halt.disk === disk)),
  );

const openHalt = (halts: Halt[], now: number) =>
  halts.findLast(({ from, to }) => from <= now && now < to);

function initiating(
  { machine, plan, began }: Course,
  work: number,
  hasFailed: boolean,
  open: Halt | undefined,
): Replication {
  const done = Math.floor(
    (Math.min(work, plan.initiation - 1) / plan.initiation) * plan.steps.length,
  );
  const step = plan.steps[done] ?? '';
  const error = hasFailed ? errorOfStep(step) : open?.error;
  return {
    state: hasFailed ? 'STALLED' : (open?.as ?? 'INITIATING'),
    initiation: { began, steps: plan.steps, done, failed: hasFailed },
    disks: machine.disks.map(() => ({ replicated: 0, rescanned: 0, backlogged: 0 })),
    ...(error ? { error } : {}),
    isConsistent: false,
  };
}

/** The error that the DRS model has for a failed step; for the first two it has none of their own. */
function errorOfStep(step: string): string {
  const own = !['LINK_', 'COMPLETE_', 'WAIT'].some((start) => step.startsWith(start));
  return own ? `FAILED_TO_${step}` : 'FAILED_GETTING_REPLICATION_STATE';
}

/** After both ends were consistent: up to date, behind, scanned again or halted. */
function steadyState(
  { machine, began }: Course,
  facts: readonly Fact[],
  halts: Halt[],
  consistent: number,
  now: number,
  paces: Paces,
): Omit<Replication, 'isConsistent'> {
  const spans = spansFor(began, halts);
  const open = openHalt(halts, now);
  const loads = loadsOf(machine, facts, halts, consistent, now).map((load) => {
    const sent = workIn(paces, spans, now) - workIn(paces, spans, load.at);
    const left = Math.max(0, 1 - sent / ((load.bytes / DRAIN) * 1_000));
    return { bytes: load.bytes * left, lagSeconds: load.lagSeconds * left };
  });
  const backlog = loads.reduce((sum, { bytes }) => sum + bytes, 0);
  const lag = Math.max(0, ...loads.map(({ lagSeconds }) => lagSeconds));
  if (open) {
    const silent = (now - Math.max(open.from, consistent)) / 1_000;
    const written = writeRate(machine) * silent;
    return {
      state: open.as,
      disks: disksOf(machine, undefined, 'INITIAL_SYNC', backlog + written),
      lagSeconds: silent + lag,
      ...(open.error ? { error: open.error } : {}),
    };
  }
  const rescan = rescanShare(machine, facts, spans, now, paces);
  if (rescan && rescan.share < 1) {
    return {
      state: 'RESCAN',
      disks: disksOf(
        machine,
        machine.disks.map(() => rescan.share),
        'RESCAN',
        backlog,
      ),
      lagSeconds: (now - rescan.began) / 1_000,
      eta: rescan.ends,
    };
  }
  return {
    state: backlog > 0 ? 'BACKLOG' : 'CONTINUOUS',
    disks: disksOf(machine, undefined, 'INITIAL_SYNC', backlog),
    lagSeconds: backlog > 0 ? lag : smallLag(machine),
  };
}

/** What was written faster than it was sent: said outright, or while nothing could be sent. */
function loadsOf(
  machine: Machine,
  facts: readonly Fact[],
  halts: Halt[],
  consistent: number,
  now: number,
) {
  const said = facts.filter((fact): fact is FactOf<'backlog'> => fact.kind === 'backlog');
  const after = halts
    .filter(({ to }) => to <= now && to > consistent)
    .map(({ from, to }) => {
      const lagSeconds = (to - Math.max(from, consistent)) / 1_000;
      return { at: to, bytes: Math.max(1, writeRate(machine) * lagSeconds), lagSeconds };
    });
  return [...said, ...after];
}

function rescanShare(
  machine: Machine,
  facts: readonly Fact[],
  spans: Spans,
  now: number,
  paces: Paces,
) {
  const rescan = lastFact(facts, 'rescan');
  if (!rescan) return undefined;
  const { sync } = planOf(machine, 'RESCAN', PAIRING_STEPS);
  const before = workIn(paces, spans, rescan.at);
  const share = (workIn(paces, spans, now) - before) / sync;
  return { began: rescan.at, share, ends: whenWorkedIn(paces, spans, before + sync) };
}

function disksOf(
  machine: Machine,
  shares: readonly number[] | undefined,
  kind: Plan['kind'],
  backlog = 0,
): Replication['disks'] {
  const total = storageOf(machine);
  return machine.disks.map(({ bytes }, index) => {
    const moved = Math.round(bytes * (shares?.[index] ?? 1));
    return {
      // A scan finds what is there already, so bytes count as replicated once they are scanned.
      replicated: moved,
      rescanned: kind === 'RESCAN' || shares === undefined ? moved : 0,
      backlogged: Math.round((backlog * bytes) / total),
    };
  });
}

/** How much its applications write, in bytes a second. */
const writeRate = ({ vmWareUuid }: Machine) =>
  new Random(vmWareUuid, 'writes').between(0.5, 4) * MIB;

/** The lag of a replication that keeps up, in seconds. */
const smallLag = ({ vmWareUuid }: Machine) => new Random(vmWareUuid, 'lag').integer(0, 4);
