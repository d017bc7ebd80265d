import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canMove, CLOSEST, type Move, moveOf, moveView } from './zoom';

const MINUTE = 60_000;
const whole = { from: 0, to: 16 * MINUTE };
const minutes = (from: number, to: number) => ({ from: from * MINUTE, to: to * MINUTE });

describe('the view of a crossing', () => {
  it('zooms around its middle', () => {
    expect(moveView(null, whole, 'in')).toEqual(minutes(4, 12));
    expect(moveView(minutes(4, 12), whole, 'in')).toEqual(minutes(6, 10));
    expect(moveView(minutes(6, 10), whole, 'out')).toEqual(minutes(4, 12));
    expect(moveView(minutes(4, 12), whole, 'out')).toBeNull();
  });

  it('pans by a third of what is seen, and stops at the ends', () => {
    expect(moveView(minutes(4, 10), whole, 'later')).toEqual(minutes(6, 12));
    expect(moveView(minutes(0, 6), whole, 'earlier')).toEqual(minutes(0, 6));
    expect(moveView(minutes(9, 15), whole, 'later')).toEqual(minutes(10, 16));
  });

  it('fits the whole again', () => {
    expect(moveView(minutes(4, 5), whole, 'fit')).toBeNull();
  });

  it('says which moves lead anywhere', () => {
    const possible = (['in', 'out', 'earlier', 'later', 'fit'] as const).filter((move) =>
      canMove(null, whole, move),
    );
    expect(possible).toEqual(['in']);
    expect(canMove({ from: 0, to: CLOSEST }, whole, 'in')).toBe(false);
  });

  it('never leaves the whole, however one moves', () => {
    const moves = fc.array(fc.constantFrom<Move>('in', 'out', 'earlier', 'later', 'fit'));
    fc.assert(
      fc.property(moves, fc.integer({ min: CLOSEST, max: 1e9 }), (path, to) => {
        const view = path.reduce<ReturnType<typeof moveView>>(
          (before, move) => moveView(before, { from: 0, to }, move),
          null,
        );
        if (!view) return;
        expect(view.from).toBeGreaterThanOrEqual(0);
        expect(view.to).toBeLessThanOrEqual(to + 1e-6);
        expect(view.to - view.from).toBeGreaterThanOrEqual(CLOSEST - 1e-6);
      }),
    );
  });

  it.each([
    ['+', 'in'],
    ['-', 'out'],
    ['ArrowLeft', 'earlier'],
    ['ArrowRight', 'later'],
    ['0', 'fit'],
    ['toString', undefined],
  ])('is moved by the key %s', (key, move) => {
    expect(moveOf(key)).toBe(move);
  });
});
