import type { FleetRow } from '@/lib/contract/fleet';
import { type Column, columnOf } from './columns';
import { type SortTerm, USUAL_SORT } from './fleet-view';
import { naturalKey } from './natural-key';

/** The rows as they were when they were last put in order, by id. */
export type Basis = ReadonlyMap<string, FleetRow>;

/**
 * The rows in order. Figures move with every reading; so that no row leaves its place under somebody's hand, a
 * row is sorted as it was in the `basis`, and only a new one as it is.
 */
export function sortRows(
  rows: readonly FleetRow[],
  sort: readonly SortTerm[],
  basis?: Basis,
): readonly FleetRow[] {
  const terms = termsOf([...sort, ...USUAL_SORT]);
  return rows
    .map((row) => ({ row, keys: keysOf(basis?.get(row.recoveryInstanceID) ?? row, terms) }))
    .toSorted(
      (one, other) =>
        compareKeys(one.keys, other.keys, terms) ||
        compareTexts(one.row.recoveryInstanceID, other.row.recoveryInstanceID),
    )
    .map(({ row }) => row);
}

/** Whether rows are in this order as they are now. */
export function isInOrder(rows: readonly FleetRow[], sort: readonly SortTerm[]): boolean {
  const terms = termsOf(sort);
  let before: readonly SortKey[] | undefined;
  return rows.every((row) => {
    const keys = keysOf(row, terms);
    const isBehind = before === undefined || compareKeys(before, keys, terms) <= 0;
    before = keys;
    return isBehind;
  });
}

interface Term {
  column: Column;
  direction: 1 | -1;
}

type SortKey = string | number | null;

function termsOf(sort: readonly SortTerm[]): Term[] {
  return sort.flatMap(({ key, descending }) => {
    const column = columnOf(key);
    return column ? [{ column, direction: descending ? -1 : 1 }] : [];
  });
}

/** What a row is compared by, worked out once and not in each of its comparisons. */
function keysOf(row: FleetRow, terms: readonly Term[]): SortKey[] {
  return terms.map(({ column }) => {
    const value = column.sortValue(row);
    return typeof value === 'string' ? naturalKey(value) : value;
  });
}

function compareKeys(
  one: readonly SortKey[],
  other: readonly SortKey[],
  terms: readonly Term[],
): number {
  for (const [index, { direction }] of terms.entries()) {
    const difference = compareValues(one[index] ?? null, other[index] ?? null, direction);
    if (difference !== 0) return difference;
  }
  return 0;
}

/** Null comes last in either direction. */
function compareValues(one: SortKey, other: SortKey, direction: number): number {
  if (one === null || other === null) return Number(one === null) - Number(other === null);
  if (typeof one === 'number' && typeof other === 'number') return direction * (one - other);
  return direction * compareTexts(`${one}`, `${other}`);
}

function compareTexts(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}
