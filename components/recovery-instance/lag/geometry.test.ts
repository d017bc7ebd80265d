import { describe, expect, it } from 'vitest';
import { plotLag } from './geometry';

const START = Date.parse('2026-11-24T10:00:00Z');
/** Samples five seconds apart; "gap" stands for ten minutes without any. */
function samples(...lags: (number | null | 'gap')[]) {
  let at = START;
  return lags.flatMap((lag) => {
    if (lag === 'gap') {
      at += 600_000;
      return [];
    }
    at += 5_000;
    return [{ asOf: new Date(at).toISOString(), lagSeconds: lag }];
  });
}

describe('the plot of lag', () => {
  it('draws from the left to the right, more lag higher', () => {
    expect(plotLag(samples(0, 5, 10))).toEqual({
      from: START + 5_000,
      to: START + 15_000,
      top: 10,
      paths: ['M0 100L50 50L100 0'],
    });
  });

  it.each([
    [11, 30],
    [1_560, 1_800],
    [90_000, 172_800],
  ])('gives a lag of %i s an upper edge of %i s', (lag, top) => {
    expect(plotLag(samples(0, lag))?.top).toBe(top);
  });

  it('draws no line where DRS gave no lag or nobody watched', () => {
    expect(plotLag(samples(1, 2, null, 2, 2, 2))?.paths).toHaveLength(2);
    expect(plotLag(samples(1, 2, 2, 'gap', 2, 2))?.paths).toHaveLength(2);
  });

  it('draws a point for a lag that stands alone', () => {
    expect(plotLag(samples(1, 1, null, 5))?.paths.at(-1)).toBe('M100 50h0');
  });

  it('has nothing to draw before there are two lags', () => {
    expect(plotLag([])).toBeUndefined();
    expect(plotLag(samples(null, null))).toBeUndefined();
    expect(plotLag(samples(3))).toBeUndefined();
  });
});
