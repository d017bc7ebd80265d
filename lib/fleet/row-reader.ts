import type { FleetColumns, FleetRow } from '@/lib/contract/fleet';
import { decodeFleet } from '@/lib/fleet-codec/columns';
import { keepSameRows } from './same-rows';

/**
 * Reads the rows of a target out of one set of columns after another. The same columns give the same rows, and a
 * server of which nothing new is said keeps the very object it had.
 */
export function rowReader(target: string) {
  let known: FleetColumns | null = null;
  let rows: readonly FleetRow[] = [];
  return (columns: FleetColumns | null): readonly FleetRow[] => {
    if (columns && columns !== known) {
      rows = keepSameRows(rows, decodeFleet(columns, target));
      known = columns;
    }
    return rows;
  };
}
