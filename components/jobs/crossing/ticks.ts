const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Distances between ticks that people read without arithmetic. */
const STEPS = [
  ...[1, 2, 5, 10, 15, 30].map((count) => count * SECOND),
  ...[1, 2, 5, 10, 15, 30].map((count) => count * MINUTE),
  ...[1, 2, 3, 6, 12].map((count) => count * HOUR),
  ...[1, 2, 7, 14, 28, 91, 364].map((count) => count * DAY),
];

/** The width of a character of a label, in pixels, rounded up. */
const CHARACTER = 7;
/** Labels stand at least this far from each other, in pixels. */
export const LABEL_GAP = 8;

/**
 * The shortest readable distance between ticks that leaves room for their labels when a span of milliseconds
 * is this many pixels wide. The span may grow by one step, up to a round end.
 */
export function tickStep(span: number, width: number): number {
  const fits = (step: number) =>
    (step / (span + step)) * width >= 1.5 * labelWidth(step) + LABEL_GAP;
  return STEPS.find(fits) ?? Math.max(span, 364 * DAY);
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

/** The room that any label of a step takes, in pixels. */
export function labelWidth(step: number): number {
  if (step < MINUTE) return 8 * CHARACTER;
  return (step < HOUR ? 5 : 6) * CHARACTER;
}
