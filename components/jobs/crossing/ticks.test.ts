import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { labelWidth, tickInstants, tickLabel, tickStep } from './ticks';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const instant = (time: string) => Date.parse(`2026-11-24T${time}Z`);

describe('a tick', () => {
  it.each([
    [10 * SECOND, 900, 2 * SECOND],
    [8 * MINUTE, 900, MINUTE],
    [8 * MINUTE, 320, 2 * MINUTE],
    [26 * HOUR, 700, 3 * HOUR],
    [40 * DAY, 700, 7 * DAY],
  ])('every so often: %i ms on %i pixels', (span, width, step) => {
    expect(tickStep(span, width)).toBe(step);
  });

  it('stands on round instants, both ends included', () => {
    expect(tickInstants(instant('14:00:00'), instant('14:04:00'), 2 * MINUTE)).toEqual(
      ['14:00:00', '14:02:00', '14:04:00'].map(instant),
    );
    expect(tickInstants(instant('14:00:01'), instant('14:01:59'), 2 * MINUTE)).toEqual([]);
  });

  it('is labelled as short as can be', () => {
    expect(tickLabel(instant('14:02:15'), 15 * SECOND)).toBe('14:02:15');
    expect(tickLabel(instant('14:02:00'), MINUTE)).toBe('14:02');
    expect(tickLabel(instant('00:00:00'), HOUR)).toBe('24 Nov');
  });

  it('never has a label wider than its room', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 4e12 }),
        fc.integer({ min: 40, max: 3000 }),
        (at, width) => {
          const step = tickStep(at % (90 * DAY), width);
          const label = tickLabel(Math.ceil(at / step) * step, step);
          expect(label.length * 6.6).toBeLessThanOrEqual(labelWidth(step));
        },
      ),
    );
  });
});
