import { describe, expect, it } from 'vitest';
import { tickInstants, tickLabel, tickStep } from './ticks';

const at = (time: string) => Date.parse(`2026-11-24T${time}Z`);
const minutes = (count: number) => count * 60_000;

describe('the step between ticks', () => {
  it.each([
    [4_000, 1_000],
    [40_000, 10_000],
    [minutes(4), minutes(1)],
    [minutes(9), minutes(2)],
    [minutes(55), minutes(10)],
    [minutes(60 * 20), minutes(60 * 6)],
  ])('of a span of %i ms is %i ms', (span, step) => {
    expect(tickStep(span, 6)).toBe(step);
  });

  it('never puts more ticks on the axis than asked for, however long the span', () => {
    const span = minutes(60 * 24 * 45);
    expect(span / tickStep(span, 6)).toBeLessThanOrEqual(6);
  });
});

describe('the ticks', () => {
  it('stand on round instants inside the span', () => {
    const ticks = tickInstants(at('14:01:40'), at('14:06:10'), minutes(2));
    expect(ticks.map((tick) => tickLabel(tick, minutes(2)))).toEqual(['14:02', '14:04', '14:06']);
  });

  it('include both ends when these are round', () => {
    expect(tickInstants(at('14:00:00'), at('14:04:00'), minutes(2))).toHaveLength(3);
  });

  it('show seconds only when the step needs them, and the date at midnight', () => {
    expect(tickLabel(at('14:02:15'), 15_000)).toBe('14:02:15');
    expect(tickLabel(at('18:00:00'), minutes(60 * 6))).toBe('18:00');
    expect(tickLabel(at('00:00:00'), minutes(60 * 6))).toBe('24 Nov');
  });
});
