import type { Store } from './schema';

/** One process, and the target it reads or would read. */
export interface LeaseKey {
  target: string;
  owner: string;
}

/** Which process reads a target for all that share the store. */
export interface WatchLease {
  /** Empty when it was given back. */
  owner: string;
  /** Grows as long as the owner lives. */
  renewals: number;
  /** Grows with everything that the owner writes down. */
  version: number;
  /** How the readings of the owner stand; null before the first renewal. */
  standings: unknown;
}

export async function readLease(store: Store, target: string): Promise<WatchLease | undefined> {
  const row = await store
    .selectFrom('watch_leases')
    .select(['owner', 'renewals', 'version', 'standings'])
    .where('target', '=', target)
    .executeTakeFirst();
  return row && { ...row, standings: JSON.parse(row.standings ?? 'null') as unknown };
}

/** Takes a lease that is as it was seen, or was not there. False when another process was first. */
export async function takeLease(
  store: Store,
  { target, owner }: LeaseKey,
  seen: WatchLease | undefined,
): Promise<boolean> {
  if (!seen) {
    const { numInsertedOrUpdatedRows } = await store
      .insertInto('watch_leases')
      .values({ target, owner, renewals: 1, version: 0, standings: null })
      .onConflict((conflict) => conflict.column('target').doNothing())
      .executeTakeFirst();
    return numInsertedOrUpdatedRows === 1n;
  }
  const { numUpdatedRows } = await store
    .updateTable('watch_leases')
    .set((row) => ({ owner, renewals: row('renewals', '+', 1) }))
    .where((row) => row.and({ target, owner: seen.owner, renewals: seen.renewals }))
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** Says that the owner lives, and how its readings stand. False when the lease is not the owner's any more. */
export async function renewLease(
  store: Store,
  { target, owner }: LeaseKey,
  standings: unknown,
): Promise<boolean> {
  const { numUpdatedRows } = await store
    .updateTable('watch_leases')
    .set((row) => ({ renewals: row('renewals', '+', 1), standings: JSON.stringify(standings) }))
    .where((row) => row.and({ target, owner }))
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** Gives the lease back, so that nobody has to wait until it counts as lost. */
export async function releaseLease(store: Store, { target, owner }: LeaseKey) {
  await store
    .updateTable('watch_leases')
    .set({ owner: '' })
    .where((row) => row.and({ target, owner }))
    .execute();
}

/** The version under which the owner writes next; undefined when the lease is not the owner's. */
export async function nextVersion(
  store: Store,
  { target, owner }: LeaseKey,
): Promise<number | undefined> {
  const row = await store
    .updateTable('watch_leases')
    .set((lease) => ({ version: lease('version', '+', 1) }))
    .where((lease) => lease.and({ target, owner }))
    .returning('version')
    .executeTakeFirst();
  return row?.version;
}
