import type { Store } from './schema';
import type { LeaseKey } from './watch-lease';

/** What a process would have read by the one that holds the lease. */
export interface ReadDemand {
  /** Whether anybody looks at the target there. */
  isViewed: boolean;
  /** The jobs whose logs somebody watches there. */
  logs: string[];
  /** What somebody has just asked for: `fleet`, `jobs`, or the log of a job as `log ID`. */
  asked: string[];
  /** How often that process has changed something in DRS. */
  invalidated: { fleet: number; jobs: number };
}

export interface ReadDemandRow {
  owner: string;
  /** Grows as long as the demand stands. */
  renewals: number;
  demand: ReadDemand;
}

export async function saveDemand(store: Store, { target, owner }: LeaseKey, demand: ReadDemand) {
  const text = JSON.stringify(demand);
  await store
    .insertInto('watch_wishes')
    .values({ target, owner, renewals: 1, wish: text })
    .onConflict((conflict) =>
      conflict.columns(['target', 'owner']).doUpdateSet((row) => ({
        renewals: row('watch_wishes.renewals', '+', 1),
        wish: text,
      })),
    )
    .execute();
}

export async function loadDemands(store: Store, target: string): Promise<ReadDemandRow[]> {
  const rows = await store
    .selectFrom('watch_wishes')
    .select(['owner', 'renewals', 'wish'])
    .where('target', '=', target)
    .execute();
  return rows.map(({ wish, ...row }) => ({ ...row, demand: JSON.parse(wish) as ReadDemand }));
}

/** Forgets a demand that stands no more. */
export async function dropDemand(store: Store, { target, owner }: LeaseKey) {
  await store
    .deleteFrom('watch_wishes')
    .where((row) => row.and({ target, owner }))
    .execute();
}
