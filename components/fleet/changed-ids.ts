import type { FleetRow } from '@/lib/contract/fleet';

/** The servers that were there before and whose verdict or state is another now. */
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
