const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Distances between ticks that people read without arithmetic. */
const STEPS = [
  ...[1, 2, 5, 10, 15, 30].map((count) => count * SECOND),
  ...[1, 2, 5, 10, 15, 30].map((count) => count * MINUTE),
  ...[1, 2, 3, 6, 12].map((count) => count * HOUR),
  DAY,
];

/** The shortest readable distance that puts at most `most` ticks on a span of milliseconds. */
export function tickStep(span: number, most: number): number {
  const step = STEPS.find((candidate) => span / candidate <= most);
  return step ?? Math.ceil(span / most / DAY) * DAY;
}

/** The round instants between two instants, both included, as milliseconds. */
export function tickInstants(from: number, to: number, step: number): number[] {
  const first = Math.ceil(from / step) * step;
  const count = Math.max(0, Math.floor((to - first) / step) + 1);
  return Array.from({ length: count }, (_, index) => first + index * step);
}

/** A tick in UTC, as short as its step allows: 14:02:15, 14:02, and 24 Nov at midnight. */
export function tickLabel(instant: number, step: number): string {
  if (step >= HOUR && instant % DAY === 0) return new Date(instant).toUTCString().slice(5, 11);
  const time = new Date(instant).toISOString().slice(11, 19);
  return step < MINUTE ? time : time.slice(0, 5);
}
