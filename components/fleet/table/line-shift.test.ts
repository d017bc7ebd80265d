import { describe, expect, it } from 'vitest';
import { fleetRow } from '../fixtures';
import { toItems } from './items';
import { LINE_HEIGHTS } from './layout';
import { lineShift } from './line-shift';

const lines = (...ids: string[]) =>
  toItems(
    ids.map((recoveryInstanceID) => fleetRow({ recoveryInstanceID })),
    undefined,
  );
const before = lines('a', 'b', 'c', 'd', 'e');
const height = LINE_HEIGHTS.table;
/** The first two lines are above the window. */
const scrolled = { above: 2 * height, layout: 'table' } as const;

describe('the line first in sight', () => {
  it('moves by what comes and goes above it', () => {
    expect(lineShift(before, lines('b', 'c', 'd', 'e'), scrolled)).toBe(-height);
    expect(lineShift(before, lines('x', 'y', 'a', 'b', 'c', 'd'), scrolled)).toBe(2 * height);
  });

  it('does not move by what comes and goes beneath it', () => {
    expect(lineShift(before, lines('a', 'b', 'c', 'x'), scrolled)).toBe(0);
  });

  it('is the next one when it is gone itself', () => {
    expect(lineShift(before, lines('a', 'b', 'd', 'e'), scrolled)).toBe(-height);
    expect(lineShift(before, lines('a', 'd', 'e'), scrolled)).toBe(-2 * height);
  });

  it('is of no account when nothing of what was in sight is left', () => {
    expect(lineShift(before, lines('x'), scrolled)).toBe(0);
  });
});
