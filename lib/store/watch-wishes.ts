import type { Store } from './schema';
import type { LeaseKey } from './watch-lease';

/** What a process would have read by the one that holds the lease. */
export interface WatchWish {
  /** Whether anybody looks at the target there. */
  isViewed: boolean;
  /** The jobs whose logs somebody watches there. */
  logs: string[];
  /** What somebody has just asked for: `fleet`, `jobs`, or the log of a job as `log ID`. */
  asked: string[];
  /** How often that process has changed something in DRS. */
  expired: { fleet: number; jobs: number };
}

export interface WishRow {
  owner: string;
  /** Grows as long as the wish stands. */
  renewals: number;
  wish: WatchWish;
}

export async function saveWish(store: Store, { target, owner }: LeaseKey, wish: WatchWish) {
  const text = JSON.stringify(wish);
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

export async function loadWishes(store: Store, target: string): Promise<WishRow[]> {
  const rows = await store
    .selectFrom('watch_wishes')
    .select(['owner', 'renewals', 'wish'])
    .where('target', '=', target)
    .execute();
  return rows.map((row) => ({ ...row, wish: JSON.parse(row.wish) as WatchWish }));
}

/** Forgets a wish that stands no more. */
export async function dropWish(store: Store, { target, owner }: LeaseKey) {
  await store
    .deleteFrom('watch_wishes')
    .where((row) => row.and({ target, owner }))
    .execute();
}
