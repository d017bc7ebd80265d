import type { FleetRow } from '@/lib/contract/fleet';

/** The ids of the servers that were listed before and whose verdict or state has changed since. */
export function changedIDs(
  before: readonly FleetRow[],
  after: readonly FleetRow[],
): ReadonlySet<string> {
  if (before === after || before.length === 0) return new Set();
  const known = new Map(before.map((row) => [row.recoveryInstanceID, row]));
  return new Set(
    after
      .filter((row) => hasTurned(known.get(row.recoveryInstanceID), row))
      .map(({ recoveryInstanceID }) => recoveryInstanceID),
  );
}

function hasTurned(before: FleetRow | undefined, after: FleetRow): boolean {
  return (
    before !== undefined &&
    before !== after &&
    (before.verdict !== after.verdict ||
      before.failbackState !== after.failbackState ||
      before.replicationState !== after.replicationState)
  );
}
