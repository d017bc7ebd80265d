import type { FleetColumns, FleetRow } from '@/lib/contract/fleet';
import { decodeFleet } from '@/lib/fleet-codec/columns';
import { keepSameRows } from './same-rows';

/**
 * Decodes the rows of a target from successive answers. The same columns give the same array, and a server that has
 * not changed keeps its object.
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
