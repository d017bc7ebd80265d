import type { FleetRow } from '@/lib/contract/fleet';

/**
 * The new rows, with the old object for each row that has not changed, so that it is neither searched nor rendered
 * again.
 */
export function keepSameRows(before: readonly FleetRow[], after: readonly FleetRow[]): FleetRow[] {
  const known = new Map(before.map((row) => [row.recoveryInstanceID, row]));
  return after.map((row) => {
    const old = known.get(row.recoveryInstanceID);
    return old && isSame(old, row) ? old : row;
  });
}

function isSame(one: FleetRow, other: FleetRow): boolean {
  for (const key of Object.keys(other) as (keyof FleetRow)[]) {
    if (key !== 'ips' && key !== 'tags' && one[key] !== other[key]) return false;
  }
  return haveSameEntries(one.ips, other.ips) && haveSameEntries(one.tags, other.tags);
}

function haveSameEntries(one: object, other: object): boolean {
  const entries = Object.entries(one);
  return (
    entries.length === Object.keys(other).length &&
    entries.every(([key, value]) => Object.hasOwn(other, key) && Reflect.get(other, key) === value)
  );
}
