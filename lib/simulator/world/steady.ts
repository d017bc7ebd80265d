import { type SpeedHistory, type Spans, whenWorkedIn, workIn } from '../speed-history';
import { Random } from '../random';
import { copiedDisks } from './copied-disks';
import { type Fact, type FactOf, lastFact } from './facts';
import { type Halt, openHalt, spansFor } from './halts';
import { type Machine, storageOf } from './machine';
import { PAIRING_STEPS, planOf } from './plan';
import type { Course, Replication } from './replication';

const MIB = 2 ** 20;
/** How fast a backlog is sent, in bytes a second. */
const DRAIN = 20 * MIB;

type ServerStatus = Omit<Replication, 'isConsistent'>;

/** A replication whose ends were consistent once: it is up to date, behind, scanned again or halted. */
export function steady(
  course: Course,
  halts: Halt[],
  consistent: number,
  now: number,
  speedHistory: SpeedHistory,
): ServerStatus {
  const { machine, began, facts } = course;
  const spans = spansFor(began, halts);
  const backlog = backlogAt(
    loadsOf(machine, facts, halts, consistent, now),
    spans,
    now,
    speedHistory,
  );
  const open = openHalt(halts, now);
  if (open) return halted(machine, open, backlog, (now - Math.max(open.from, consistent)) / 1_000);
  const rescan = rescanShare(machine, facts, spans, now, speedHistory);
  if (rescan && rescan.share < 1) return rescanning(machine, rescan, backlog, now);
  if (backlog.bytes === 0) return upToDate(machine);
  return {
    state: 'BACKLOG',
    disks: copiedDisks(machine, undefined, 'INITIAL_SYNC', backlog.bytes),
    lagSeconds: backlog.lagSeconds,
  };
}

/** Everything is copied, and new writes are sent as they come. */
export const upToDate = (machine: Machine): ServerStatus => ({
  state: 'CONTINUOUS',
  disks: copiedDisks(machine, undefined, 'INITIAL_SYNC'),
  lagSeconds: smallLag(machine),
});

interface Backlog {
  bytes: number;
  lagSeconds: number;
}

function halted(
  machine: Machine,
  { as, error }: Halt,
  backlog: Backlog,
  silent: number,
): ServerStatus {
  const bytes = backlog.bytes + writeRate(machine) * silent;
  return {
    state: as,
    disks: copiedDisks(machine, undefined, 'INITIAL_SYNC', bytes),
    lagSeconds: silent + backlog.lagSeconds,
    ...(error ? { error } : {}),
  };
}

function rescanning(
  machine: Machine,
  { began, share, ends }: NonNullable<ReturnType<typeof rescanShare>>,
  backlog: Backlog,
  now: number,
): ServerStatus {
  const shares = machine.disks.map(() => share);
  return {
    state: 'RESCAN',
    disks: copiedDisks(machine, shares, 'RESCAN', backlog.bytes),
    lagSeconds: (now - began) / 1_000,
    eta: ends,
  };
}

/** The bytes of these loads that are not sent yet. */
function backlogAt(
  loads: (Backlog & { at: number })[],
  spans: Spans,
  now: number,
  speedHistory: SpeedHistory,
) {
  const left = loads.map(({ at, bytes, lagSeconds }) => {
    const sent = workIn(speedHistory, spans, now) - workIn(speedHistory, spans, at);
    const share = Math.max(0, 1 - sent / ((bytes / DRAIN) * 1_000));
    return { bytes: bytes * share, lagSeconds: lagSeconds * share };
  });
  return {
    bytes: left.reduce((sum, { bytes }) => sum + bytes, 0),
    lagSeconds: Math.max(0, ...left.map(({ lagSeconds }) => lagSeconds)),
  };
}

/** Bytes that were written faster than they were sent: by a fact, or while nothing could be sent. */
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
      const written = Math.min(writeRate(machine) * lagSeconds, storageOf(machine));
      return { at: to, bytes: Math.max(1, written), lagSeconds };
    });
  return [...said, ...after];
}

function rescanShare(
  machine: Machine,
  facts: readonly Fact[],
  spans: Spans,
  now: number,
  speedHistory: SpeedHistory,
) {
  const rescan = lastFact(facts, 'rescan');
  if (!rescan) return undefined;
  const { sync } = planOf(machine, 'RESCAN', PAIRING_STEPS);
  const before = workIn(speedHistory, spans, rescan.at);
  const share = (workIn(speedHistory, spans, now) - before) / sync;
  return { began: rescan.at, share, ends: whenWorkedIn(speedHistory, spans, before + sync) };
}

/** The bytes a second that its applications write. */
const writeRate = ({ vmWareUuid }: Machine) =>
  new Random(vmWareUuid, 'writes').between(0.5, 4) * MIB;

/** The lag of a replication that keeps up, in seconds. */
const smallLag = ({ vmWareUuid }: Machine) => new Random(vmWareUuid, 'lag').integer(0, 4);
