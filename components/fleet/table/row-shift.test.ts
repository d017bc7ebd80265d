import { describe, expect, it } from 'vitest';
import { fleetRow } from '../fixtures';
import { toItems } from './items';
import { ROW_HEIGHTS } from './layout';
import { rowShift } from './row-shift';

const rows = (...ids: string[]) =>
  toItems(
    ids.map((recoveryInstanceID) => fleetRow({ recoveryInstanceID })),
    undefined,
  );
const before = rows('a', 'b', 'c', 'd', 'e');
const height = ROW_HEIGHTS.table;
/** The first two rows are above the window. */
const scrolled = { above: 2 * height, layout: 'table' } as const;

describe('the row first in sight', () => {
  it('moves by what comes and goes above it', () => {
    expect(rowShift(before, rows('b', 'c', 'd', 'e'), scrolled)).toBe(-height);
    expect(rowShift(before, rows('x', 'y', 'a', 'b', 'c', 'd'), scrolled)).toBe(2 * height);
  });

  it('does not move by what comes and goes beneath it', () => {
    expect(rowShift(before, rows('a', 'b', 'c', 'x'), scrolled)).toBe(0);
  });

  it('is the next one when it is gone itself', () => {
    expect(rowShift(before, rows('a', 'b', 'd', 'e'), scrolled)).toBe(-height);
    expect(rowShift(before, rows('a', 'd', 'e'), scrolled)).toBe(-2 * height);
  });

  it('is of no account when nothing of what was in sight is left', () => {
    expect(rowShift(before, rows('x'), scrolled)).toBe(0);
  });
});
