import type { FleetRow } from '@/lib/contract/fleet';
import { type Column, columnOf } from './columns';
import { type SortTerm, USUAL_SORT } from './fleet-view';

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
  const compare = comparing([...sort, ...USUAL_SORT]);
  const place = (row: FleetRow) => basis?.get(row.recoveryInstanceID) ?? row;
  return rows.toSorted((one, other) => compare(place(one), place(other)));
}

/** Whether rows are in this order as they are now. */
export function isInOrder(rows: readonly FleetRow[], sort: readonly SortTerm[]): boolean {
  const compare = comparing(sort);
  return rows.every((row, index) => {
    const before = rows[index - 1];
    return before === undefined || compare(before, row) <= 0;
  });
}

const collator = new Intl.Collator('en', { numeric: true });

function comparing(sort: readonly SortTerm[]) {
  const terms = sort.flatMap(({ key, descending }) => {
    const column = columnOf(key);
    return column ? [{ column, direction: descending ? -1 : 1 }] : [];
  });
  return (one: FleetRow, other: FleetRow) => {
    for (const { column, direction } of terms) {
      const difference = compareBy(column, direction, one, other);
      if (difference !== 0) return difference;
    }
    return collator.compare(one.recoveryInstanceID, other.recoveryInstanceID);
  };
}

function compareBy({ sortValue }: Column, direction: number, one: FleetRow, other: FleetRow) {
  const a = sortValue(one);
  const b = sortValue(other);
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  return (
    direction *
    (typeof a === 'number' && typeof b === 'number' ? a - b : collator.compare(`${a}`, `${b}`))
  );
}
