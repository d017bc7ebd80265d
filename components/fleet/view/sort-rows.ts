import { serverName } from '@/lib/contract/server-name';
import type { FleetRow } from '@/lib/contract/fleet';
import { type Column, columnOf } from './columns';
import type { SortTerm } from './fleet-view';
import { naturalKey } from './natural-key';

type Rows = readonly FleetRow[];

/**
 * Sorts the rows. Figures change with every reading, so a row is sorted by its values in `basis`, and only a new row
 * by its own: no row moves while an operator aims at it.
 *
 * The sorts are stable and run from the least to the most significant column, starting from the usual order.
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

/** Whether the rows are in this order by their present values. */
export function isInOrder(rows: Rows, sort: readonly SortTerm[]): boolean {
  const terms = termsOf(sort);
  return rows.every((row, place) => {
    const before = rows[place - 1];
    return before === undefined || compareRows(before, row, terms) <= 0;
  });
}

/** The basis with the rows that it does not know yet, so that these keep their places from now on. */
export function withNewRows(basis: Rows, rows: Rows): Rows {
  if (basis === rows) return rows;
  const known = new Set(basis.map(({ recoveryInstanceID }) => recoveryInstanceID));
  const added = rows.filter(({ recoveryInstanceID }) => !known.has(recoveryInstanceID));
  if (added.length === 0) return basis;
  const present = new Set(rows);
  // When no row has changed, the rows themselves are the basis, by which they are sorted faster.
  return basis.every((row) => present.has(row)) ? rows : [...basis, ...added];
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

/** The order by name and id, from which every sort starts. It is cached for each array of rows. */
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

/** Sorts the distinct values instead of the rows, because most columns have few. */
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

/** Null sorts last in either direction. */
function compareKeys(one: SortKey, other: SortKey, direction: number): number {
  if (one === null || other === null) return Number(one === null) - Number(other === null);
  if (typeof one === 'number' && typeof other === 'number') return direction * (one - other);
  return direction * compareTexts(`${one}`, `${other}`);
}

function compareTexts(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}
