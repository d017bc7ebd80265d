import type { Phase, ServerOutcome } from '@/lib/contract/job';
import { parseInstant } from '@/lib/format';
import { LABEL_GAP, labelWidth, tickInstants, tickLabel, tickStep } from './ticks';

/** A stretch of time, in milliseconds. */
export interface Span {
  from: number;
  to: number;
}

/** The time axis that all lanes of a job share. */
export interface Axis extends Span {
  /** The distance of its ticks, in milliseconds. */
  step: number;
  /** The last instant at which something is known to have happened. */
  latest: number;
  /** Nothing is known after this instant, because DRS could not be read since. */
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

const SHORTEST_SPAN = 10_000;

/** Lays one axis, so many pixels wide, under all phases of all servers. */
export function layAxis(
  servers: ServerOutcome[],
  { began, ended, now, knownUntil = Number.POSITIVE_INFINITY }: JobSpan,
  width: number,
): Axis {
  const known = [began, ended, ...servers.flatMap(instantsOf)]
    .map(read)
    .filter((instant) => instant !== undefined);
  const running = ended === undefined;
  const latest = known.length > 0 ? Math.max(...known) : now;
  const edge = running ? edgeAt({ running, latest, knownUntil }, now) : latest;
  const from = Math.min(edge, ...known);
  const step = tickStep(Math.max(edge - from, SHORTEST_SPAN), width);
  // While the job runs the axis ends on a round instant ahead of the edge, so that the lanes stand
  // still and only the edge moves.
  const to = running ? (Math.floor(edge / step) + 1) * step : edge;
  return { from, to: Math.max(to, from + SHORTEST_SPAN), step, latest, knownUntil, running };
}

/** The same axis with a part of its time laid over the whole width. */
export function layPart(axis: Axis, { from, to }: Span, width: number): Axis {
  return { ...axis, from, to, step: tickStep(to - from, width) };
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
export function place({ from, to }: Span, instant: number): number {
  const share = Math.min(1, Math.max(0, (instant - from) / (to - from)));
  return Math.round(share * 100_000) / 1_000;
}

/** A readable instant of the axis: where it stands, in percent, and where its label does. */
export interface Tick {
  left: number;
  label: string;
  align: 'start' | 'middle' | 'end';
}

/** The share of a label that stands before its tick. */
const SHIFT: Record<Tick['align'], number> = { start: 0, middle: 0.5, end: 1 };

/**
 * The ticks of an axis so many pixels wide. Labels near an end lean inwards, so that they stay inside; one that
 * would touch the label before it is left out.
 */
export function ticksOf(axis: Axis, width: number): Tick[] {
  const room = labelWidth(axis.step);
  let taken = Number.NEGATIVE_INFINITY;
  return tickInstants(axis.from, axis.to, axis.step).flatMap((instant) => {
    const left = place(axis, instant);
    const x = (left / 100) * width;
    const align = x < room / 2 ? 'start' : x > width - room / 2 ? 'end' : 'middle';
    const start = x - SHIFT[align] * room;
    if (start < Math.max(0, taken + LABEL_GAP) || start + room > width) return [];
    taken = start + room;
    return { left, label: tickLabel(instant, axis.step), align };
  });
}

/** The phases of a server as stretches; one whose time cannot be read is left out. */
export function stretchesOf({ phases }: ServerOutcome, { running, latest }: Axis): Stretch[] {
  return phases.flatMap(({ phase, from, to }, index) => {
    const start = read(from);
    if (start === undefined) return [];
    const end = read(to) ?? read(phases[index + 1]?.from);
    return { phase, from: start, to: end ?? (running ? undefined : latest) };
  });
}

/** Whether any of a stretch is in view. An instant at an end of the axis is. */
export function isInView({ from, to = Number.POSITIVE_INFINITY }: Stretch, axis: Span): boolean {
  return from <= axis.to && to >= axis.from;
}

function instantsOf(server: ServerOutcome) {
  return server.phases.flatMap(({ from, to }) => [from, to]);
}

function read(written: string | undefined): number | undefined {
  return parseInstant(written)?.getTime();
}
