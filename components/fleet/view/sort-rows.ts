import { serverName } from '@/lib/contract/server-name';
import type { FleetRow } from '@/lib/contract/fleet';
import { type Column, columnOf } from './columns';
import type { SortTerm } from './fleet-view';
import { naturalKey } from './natural-key';

type Rows = readonly FleetRow[];

/**
 * The rows in order. Figures move with every reading; so that no row leaves its place under somebody's hand, a
 * row is sorted as it was in the `basis`, and only a new one as it is.
 *
 * They go from the usual order through one column after another, the one that weighs most at the end, and each
 * leaves those of the same value in the order in which they come.
 */
export function sortRows(rows: Rows, sort: readonly SortTerm[], basis: Rows = rows): Rows {
  if (basis === rows) {
    return termsOf(sort).reduceRight((sorted, term) => sortByTerm(sorted, term), usualOrder(rows));
  }
  const known = new Map(basis.map((row) => [row.recoveryInstanceID, row]));
  const was = (row: FleetRow) => known.get(row.recoveryInstanceID) ?? row;
  return termsOf(sort).reduceRight(
    (sorted, term) => sortByTerm(sorted, term, was),
    sortByName(rows, was),
  );
}

/** Whether rows are in this order as they are now. */
export function isInOrder(rows: Rows, sort: readonly SortTerm[]): boolean {
  const terms = termsOf(sort);
  return rows.every((row, place) => {
    const before = rows[place - 1];
    return before === undefined || compareRows(before, row, terms) <= 0;
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

const usual = new WeakMap<Rows, Rows>();

/** By name and id, the order in which every other begins; kept, for the same rows are put in many. */
export function usualOrder(rows: Rows): Rows {
  let sorted = usual.get(rows);
  if (!sorted) {
    sorted = sortByName(rows);
    usual.set(rows, sorted);
  }
  return sorted;
}

function sortByName(rows: Rows, was = asItIs): Rows {
  return rows
    .map((row) => ({ row, key: naturalKey(serverName(was(row))) }))
    .toSorted(
      (one, other) =>
        compareTexts(one.key, other.key) ||
        compareTexts(one.row.recoveryInstanceID, other.row.recoveryInstanceID),
    )
    .map(({ row }) => row);
}

const asItIs = (row: FleetRow) => row;

/** Compares the values instead of the rows, for most columns have few. */
function sortByTerm(rows: Rows, { column, direction }: Term, was = asItIs): Rows {
  const groups = new Map<SortKey, FleetRow[]>();
  for (const row of rows) {
    const key = keyOf(was(row), column);
    const group = groups.get(key);
    if (group) group.push(row);
    else groups.set(key, [row]);
  }
  return [...groups]
    .toSorted(([one], [other]) => compareKeys(one, other, direction))
    .flatMap(([, group]) => group);
}

function keyOf(row: FleetRow, { sortValue }: Column): SortKey {
  const value = sortValue(row);
  return typeof value === 'string' ? naturalKey(value) : value;
}

function compareRows(one: FleetRow, other: FleetRow, terms: readonly Term[]): number {
  for (const { column, direction } of terms) {
    const difference = compareKeys(keyOf(one, column), keyOf(other, column), direction);
    if (difference !== 0) return difference;
  }
  return 0;
}

/** Null comes last in either direction. */
function compareKeys(one: SortKey, other: SortKey, direction: number): number {
  if (one === null || other === null) return Number(one === null) - Number(other === null);
  if (typeof one === 'number' && typeof other === 'number') return direction * (one - other);
  return direction * compareTexts(`${one}`, `${other}`);
}

function compareTexts(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}
