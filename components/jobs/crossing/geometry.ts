import type { ServerOutcome } from '@/lib/contract/job';
import { tickInstants, tickLabel, tickStep } from './ticks';

export type Phase = ServerOutcome['phases'][number]['phase'];

/** One phase of one server, placed on the axis in percent of its width. */
export interface Stretch {
  phase: Phase;
  left: number;
  width: number;
  from: string;
  to?: string;
  /** Still growing: its right end is the running edge. */
  goesOn: boolean;
}

export interface Lane {
  server: ServerOutcome;
  stretches: Stretch[];
}

export interface Crossing {
  lanes: Lane[];
  ticks: { left: number; label: string }[];
  /** Where now stands, in percent; null once the job has ended. */
  edge: number | null;
}

export interface JobSpan {
  began: string | undefined;
  ended: string | undefined;
  now: number;
}

const MOST_TICKS = 6;
const SHORTEST_SPAN = 10_000;

/** Lays the phases of all servers on one time axis; the lanes keep the order of the servers. */
export function drawCrossing(servers: ServerOutcome[], span: JobSpan): Crossing {
  const axis = layAxis(servers, span);
  const place = (instant: number) => {
    const share = (instant - axis.from) / (axis.to - axis.from);
    return round(Math.min(1, Math.max(0, share)) * 100);
  };
  const lanes = servers.map((server) => ({
    server,
    stretches: stretchesOf(server, axis, place),
  }));
  const ticks = tickInstants(axis.from, axis.to, axis.step).map((instant) => ({
    left: place(instant),
    label: tickLabel(instant, axis.step),
  }));
  return { lanes, ticks, edge: axis.running ? place(axis.edge) : null };
}

interface Axis {
  from: number;
  to: number;
  step: number;
  /** The last instant that has been reached: now, or the end of the job. */
  edge: number;
  running: boolean;
}

function layAxis(servers: ServerOutcome[], { began, ended, now }: JobSpan): Axis {
  const known = [began, ended, ...servers.flatMap(instantsOf)]
    .map(read)
    .filter((instant) => instant !== undefined);
  const running = ended === undefined;
  // The clock of DRS may be ahead of ours; the edge never stands before something that happened.
  const edge = Math.max(...known, ...(running || known.length === 0 ? [now] : []));
  const from = Math.min(edge, ...known);
  const step = tickStep(Math.max(edge - from, SHORTEST_SPAN), MOST_TICKS);
  // While the job runs the axis ends on a round instant ahead of the edge, so that the lanes stand
  // still and only the edge moves.
  const to = running ? (Math.floor(edge / step) + 1) * step : edge;
  return { from, to: Math.max(to, from + SHORTEST_SPAN), step, edge, running };
}

function stretchesOf(
  server: ServerOutcome,
  axis: Axis,
  place: (instant: number) => number,
): Stretch[] {
  return server.phases.flatMap(({ phase, from, to }, index) => {
    const start = read(from);
    if (start === undefined) return [];
    const end = read(to) ?? (phase === 'failed' ? start : read(server.phases[index + 1]?.from));
    const left = place(start);
    return {
      phase,
      left,
      width: round(Math.max(0, place(end ?? axis.edge) - left)),
      from,
      ...(to === undefined ? {} : { to }),
      goesOn: end === undefined && axis.running,
    };
  });
}

function instantsOf(server: ServerOutcome) {
  return server.phases.flatMap(({ from, to }) => [from, to]);
}

function read(written: string | undefined): number | undefined {
  const instant = Date.parse(written ?? '');
  return Number.isNaN(instant) ? undefined : instant;
}

function round(percent: number) {
  return Math.round(percent * 1_000) / 1_000;
}
