import { type Paces, type Spans, whenWorkedIn, workIn } from '../paces';
import { Random } from '../random';
import { copiedDisks } from './copied-disks';
import { type Fact, type FactOf, lastFact } from './facts';
import { type Halt, openHalt, spansFor } from './halts';
import type { Machine } from './machine';
import { PAIRING_STEPS, planOf } from './plan';
import type { Course, Replication } from './replication';

const MIB = 2 ** 20;
/** How fast a backlog is sent, in bytes a second. */
const DRAIN = 20 * MIB;

/** After both ends were consistent: up to date, behind, scanned again or halted. */
export function steady(
  { machine, began, facts }: Course,
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
      disks: copiedDisks(machine, undefined, 'INITIAL_SYNC', backlog + written),
      lagSeconds: silent + lag,
      ...(open.error ? { error: open.error } : {}),
    };
  }
  const rescan = rescanShare(machine, facts, spans, now, paces);
  if (rescan && rescan.share < 1) {
    return {
      state: 'RESCAN',
      disks: copiedDisks(
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
    disks: copiedDisks(machine, undefined, 'INITIAL_SYNC', backlog),
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

/** How much its applications write, in bytes a second. */
const writeRate = ({ vmWareUuid }: Machine) =>
  new Random(vmWareUuid, 'writes').between(0.5, 4) * MIB;

/** The lag of a replication that keeps up, in seconds. */
const smallLag = ({ vmWareUuid }: Machine) => new Random(vmWareUuid, 'lag').integer(0, 4);
