import { describe, expect, it } from 'vitest';
import { rowsToRender } from './row-range';

const range = (startIndex: number, endIndex: number, count = 10_000) => ({
  startIndex,
  endIndex,
  overscan: 4,
  count,
});

describe('the rows to draw', () => {
  it('are those in sight and some at either end', () => {
    const rows = rowsToRender(range(100, 115), 100);
    expect(rows[0]).toBeLessThanOrEqual(96);
    expect(rows.at(-1)).toBeGreaterThanOrEqual(119);
    expect(rows).toEqual(Array.from(rows, (_, place) => (rows[0] ?? 0) + place));
  });

  it('stay the same for a little scrolling', () => {
    expect(rowsToRender(range(101, 116), 0)).toEqual(rowsToRender(range(103, 118), 0));
  });

  it('end where the list ends', () => {
    expect(rowsToRender(range(0, 12, 14), 0)).toEqual(Array.from({ length: 14 }, (_, at) => at));
    expect(rowsToRender(range(0, 0, 0), 0)).toEqual([]);
  });

  it('hold the active one, which has the focus, wherever it is', () => {
    expect(rowsToRender(range(100, 115), 3)[0]).toBe(3);
    expect(rowsToRender(range(100, 115), 9_000).at(-1)).toBe(9_000);
    expect(rowsToRender(range(0, 12, 14), 20)).not.toContain(20);
  });
});
