import { SCRIPT_LIMIT } from '../e2e/first-view';

/** What is wanted: at most or at least so much of the figure itself, or of its ratio to the floor. */
export type Limit = ({ atMost: number } | { atLeast: number }) & { of?: 'ratio' };

/** Every figure that has a limit, in the unit in which it is reported; 10,000 rows but for the first. */
export const LIMITS = {
  firstViewScript: { atMost: SCRIPT_LIMIT },
  coldSync: { atMost: 2.5, of: 'ratio' },
  rowsOverTheWire: { atMost: 165 },
  firstRows: { atMost: 350 },
  keyInSearch: { atMost: 50 },
  selectAll: { atMost: 50 },
  framesWhileScrolling: { atLeast: 58 },
  worstInteraction: { atMost: 50 },
} satisfies Record<string, Limit>;

/** "wanted at most 50: within", "wanted ratio at most 2.5: over", "wanted at least 58: under". */
export function verdictOn(limit: Limit, figure: number, floor: number): string {
  const what = limit.of === 'ratio' ? 'ratio ' : '';
  const value = limit.of === 'ratio' ? figure / floor : figure;
  if ('atMost' in limit) {
    return `wanted ${what}at most ${limit.atMost}: ${value <= limit.atMost ? 'within' : 'over'}`;
  }
  return `wanted ${what}at least ${limit.atLeast}: ${value >= limit.atLeast ? 'within' : 'under'}`;
}
