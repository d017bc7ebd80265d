import type { ServerOutcome } from '@/lib/contract/job';
import { parseInstant } from '@/lib/format';
import { tickInstants, tickLabel, tickStep } from './ticks';

export type Phase = ServerOutcome['phases'][number]['phase'];

/** The time axis that all lanes of a job share. Instants are milliseconds. */
export interface Axis {
  from: number;
  to: number;
  step: number;
  /** The last instant at which something is known to have happened. */
  latest: number;
  /** Beyond this instant nothing is known, because DRS could not be read since. */
  knownUntil: number;
  running: boolean;
}

/** One phase of one server. Without an end it grows with the running edge. */
export interface Stretch {
  phase: Phase;
  from: number;
  to: number | undefined;
}

export interface JobSpan {
  began: string | undefined;
  ended: string | undefined;
  now: number;
  knownUntil?: number | undefined;
}

const MOST_TICKS = 6;
const SHORTEST_SPAN = 10_000;

/** Lays one axis under all phases of all servers. */
export function layAxis(
  servers: ServerOutcome[],
  { began, ended, now, knownUntil = Number.POSITIVE_INFINITY }: JobSpan,
): Axis {
  const known = [began, ended, ...servers.flatMap(instantsOf)]
    .map(read)
    .filter((instant) => instant !== undefined);
  const running = ended === undefined;
  const latest = known.length > 0 ? Math.max(...known) : now;
  const edge = running ? edgeAt({ running, latest, knownUntil }, now) : latest;
  const from = Math.min(edge, ...known);
  const step = tickStep(Math.max(edge - from, SHORTEST_SPAN), MOST_TICKS);
  // While the job runs the axis ends on a round instant ahead of the edge, so that the lanes stand
  // still and only the edge moves.
  const to = running ? (Math.floor(edge / step) + 1) * step : edge;
  return { from, to: Math.max(to, from + SHORTEST_SPAN), step, latest, knownUntil, running };
}

/**
 * How far the job is known to have come: now, while it runs and DRS is read. The clock of DRS may be
 * ahead of ours, so the edge never stands before something that happened.
 */
export function edgeAt(
  { running, latest, knownUntil }: Pick<Axis, 'running' | 'latest' | 'knownUntil'>,
  now: number,
): number {
  return running ? Math.max(latest, Math.min(now, knownUntil)) : latest;
}

/** Where an instant stands on the axis, in percent of its width. */
export function place({ from, to }: Axis, instant: number): number {
  const share = Math.min(1, Math.max(0, (instant - from) / (to - from)));
  return Math.round(share * 100_000) / 1_000;
}

/** The readable instants of the axis and where they stand. */
export function ticksOf(axis: Axis): { left: number; label: string }[] {
  return tickInstants(axis.from, axis.to, axis.step).map((instant) => ({
    left: place(axis, instant),
    label: tickLabel(instant, axis.step),
  }));
}

/** The phases of a server as stretches; one whose time cannot be read is left out. */
export function stretchesOf({ phases }: ServerOutcome, { running, latest }: Axis): Stretch[] {
  return phases.flatMap(({ phase, from, to }, index) => {
    const start = read(from);
    if (start === undefined) return [];
    const end = read(to) ?? (phase === 'failed' ? start : read(phases[index + 1]?.from));
    return { phase, from: start, to: end ?? (running ? undefined : latest) };
  });
}

function instantsOf(server: ServerOutcome) {
  return server.phases.flatMap(({ from, to }) => [from, to]);
}

function read(written: string | undefined): number | undefined {
  return parseInstant(written)?.getTime();
}
