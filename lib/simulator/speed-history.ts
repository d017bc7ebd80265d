/**
 * Each speed of the simulated service and since when it holds, oldest first; before the first entry the speed is that of
 * reality. Instants are milliseconds since the epoch. Only work goes faster, times stay real, and a change of speed reaches
 * what is under way without changing the past.
 */
export type SpeedHistory = readonly { since: number; speed: number }[];

/** Spans of time in which work is done, in order and without overlap. */
export type Spans = readonly (readonly [from: number, to: number])[];

/** Milliseconds of work done between two instants. */
export function workBetween(speedHistory: SpeedHistory, from: number, to: number): number {
  return segments(speedHistory, from, to).reduce(
    (sum, { length, speed }) => sum + length * speed,
    0,
  );
}

/** Milliseconds of work done in these spans up to an instant. */
export function workIn(speedHistory: SpeedHistory, spans: Spans, until: number): number {
  return spans.reduce(
    (sum, [from, to]) =>
      from < until ? sum + workBetween(speedHistory, from, Math.min(to, until)) : sum,
    0,
  );
}

/** The instant at which so much work has been done since another. */
export function whenWorked(speedHistory: SpeedHistory, from: number, work: number): number {
  let left = work;
  for (const { start, length, speed } of segments(speedHistory, from, Infinity)) {
    if (left <= length * speed) return start + left / speed;
    left -= length * speed;
  }
  return Infinity;
}

/** The instant at which so much work has been done in these spans; Infinity if it never is. */
export function whenWorkedIn(speedHistory: SpeedHistory, spans: Spans, work: number): number {
  let left = work;
  for (const [from, to] of spans) {
    const done = whenWorked(speedHistory, from, left);
    if (done <= to) return done;
    left -= workBetween(speedHistory, from, to);
  }
  return Infinity;
}

/** The time from an instant on, without these spans. */
export function spansWithout(from: number, holes: Spans): Spans {
  const spans: [number, number][] = [];
  let at = from;
  for (const [start, end] of holes.toSorted((one, other) => one[0] - other[0])) {
    if (start > at) spans.push([at, start]);
    at = Math.max(at, end);
  }
  if (at < Infinity) spans.push([at, Infinity]);
  return spans;
}

/** The spans between two instants in which the speed stays the same. */
function segments(speedHistory: SpeedHistory, from: number, to: number) {
  const found: { start: number; length: number; speed: number }[] = [];
  let start = from;
  let speed = 1;
  for (const change of speedHistory) {
    if (change.since >= to) break;
    if (change.since > start) {
      found.push({ start, length: change.since - start, speed });
      start = change.since;
    }
    speed = change.speed;
  }
  if (to > start) found.push({ start, length: to - start, speed });
  return found;
}
