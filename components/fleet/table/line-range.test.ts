import { describe, expect, it } from 'vitest';
import { linesToDraw } from './line-range';

const range = (startIndex: number, endIndex: number, count = 10_000) => ({
  startIndex,
  endIndex,
  overscan: 4,
  count,
});

describe('the lines to draw', () => {
  it('are those in sight and some at either end', () => {
    const lines = linesToDraw(range(100, 115), 100);
    expect(lines[0]).toBeLessThanOrEqual(96);
    expect(lines.at(-1)).toBeGreaterThanOrEqual(119);
    expect(lines).toEqual(Array.from(lines, (_, place) => (lines[0] ?? 0) + place));
  });

  it('stay the same for a little scrolling', () => {
    expect(linesToDraw(range(101, 116), 0)).toEqual(linesToDraw(range(103, 118), 0));
  });

  it('end where the list ends', () => {
    expect(linesToDraw(range(0, 12, 14), 0)).toEqual(Array.from({ length: 14 }, (_, at) => at));
    expect(linesToDraw(range(0, 0, 0), 0)).toEqual([]);
  });

  it('hold the active one, which has the focus, wherever it is', () => {
    expect(linesToDraw(range(100, 115), 3)[0]).toBe(3);
    expect(linesToDraw(range(100, 115), 9_000).at(-1)).toBe(9_000);
    expect(linesToDraw(range(0, 12, 14), 20)).not.toContain(20);
  });
});
