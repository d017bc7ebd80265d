import type { Span } from './geometry';

/** How an operator moves about on the time axis. */
export type Move = 'in' | 'out' | 'earlier' | 'later' | 'fit';

/** The shortest time that can be shown, in milliseconds. */
export const CLOSEST = 2_000;

/** Each press halves or doubles the time shown; panning moves by a third of it. */
const FACTOR = 2;
const PAN = 1 / 3;

/**
 * The part of the whole that is seen after a move; null is the whole. Zooming keeps the middle, and no move
 * leaves the whole.
 */
export function moveView(view: Span | null, whole: Span, move: Move): Span | null {
  const { from, to } = view ?? whole;
  const span = to - from;
  switch (move) {
    case 'fit':
      return null;
    case 'in':
      return around((from + to) / 2, Math.max(CLOSEST, span / FACTOR), whole);
    case 'out':
      return around((from + to) / 2, span * FACTOR, whole);
    case 'earlier':
      return around((from + to) / 2 - span * PAN, span, whole);
    case 'later':
      return around((from + to) / 2 + span * PAN, span, whole);
  }
}

/** Whether a move changes anything. */
export function canMove(view: Span | null, whole: Span, move: Move): boolean {
  const after = moveView(view, whole, move);
  return after?.from !== view?.from || after?.to !== view?.to;
}

const MOVES: Record<string, Move> = {
  '+': 'in',
  '=': 'in',
  '-': 'out',
  ArrowLeft: 'earlier',
  ArrowRight: 'later',
  '0': 'fit',
};

/** The move a key stands for. */
export function moveOf(key: string): Move | undefined {
  return Object.hasOwn(MOVES, key) ? MOVES[key] : undefined;
}

function around(middle: number, span: number, whole: Span): Span | null {
  if (span >= whole.to - whole.from) return null;
  const from = Math.min(Math.max(middle - span / 2, whole.from), whole.to - span);
  return { from, to: from + span };
}
