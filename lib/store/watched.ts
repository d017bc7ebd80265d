import type { Schema, Store } from './schema';
import { type LeaseKey, nextVersion } from './watch-lease';

/** What is kept of what was read from DRS: the fleet as a whole, each job, and the log of each job. */
export type WatchedKind = 'fleet' | 'job' | 'log';

/** Something as DRS described it, with the moment whose truth it is. */
export interface WatchedRow {
  kind: WatchedKind;
  /** The job's id; empty for the fleet. */
  id: string;
  asOf: Date;
  value: unknown;
}

/** Rows that one statement may carry. */
const ROWS_PER_STATEMENT = 200;

/** Keeps these in the place of what was kept of the same before. */
export async function saveWatched(
  store: Store,
  target: string,
  rows: readonly WatchedRow[],
  version = 0,
) {
  for (let from = 0; from < rows.length; from += ROWS_PER_STATEMENT) {
    await store
      .insertInto('watched')
      .values(
        rows.slice(from, from + ROWS_PER_STATEMENT).map(({ kind, id, asOf, value }) => ({
          target,
          kind,
          id,
          as_of: asOf.toISOString(),
          body: JSON.stringify(value),
          version,
        })),
      )
      .onConflict((conflict) =>
        conflict.columns(['target', 'kind', 'id']).doUpdateSet((row) => ({
          as_of: row.ref('excluded.as_of'),
          body: row.ref('excluded.body'),
          version: row.ref('excluded.version'),
        })),
      )
      .execute();
  }
}

/** Keeps these as the next version, for other processes to take; nothing unless the lease is the owner's. */
export async function publishWatched(store: Store, key: LeaseKey, rows: readonly WatchedRow[]) {
  await store.transaction().execute(async (transaction) => {
    const version = await nextVersion(transaction, key);
    if (version !== undefined) await saveWatched(transaction, key.target, rows, version);
  });
}

/** What is kept of one kind, or of one id of it, and was written after a version. */
export interface RowQuery {
  kind: WatchedKind;
  id?: string;
  after: number;
}

/** What was written since, of each that is asked for. */
export async function loadWatchedSince(
  store: Store,
  target: string,
  queries: readonly RowQuery[],
): Promise<WatchedRow[]> {
  if (queries.length === 0) return [];
  const rows = await store
    .selectFrom('watched')
    .select(['kind', 'id', 'as_of', 'body'])
    .where('target', '=', target)
    .where((row) =>
      row.or(
        queries.map(({ after, ...which }) => row.and([row.and(which), row('version', '>', after)])),
      ),
    )
    .execute();
  return rows.map((row) => toWatched(row.kind as WatchedKind, row));
}

/** What is kept of one kind: all of it, or that of these ids. */
export async function loadWatched(
  store: Store,
  target: string,
  kind: WatchedKind,
  ids?: readonly string[],
): Promise<WatchedRow[]> {
  const rows = await store
    .selectFrom('watched')
    .select(['id', 'as_of', 'body'])
    .where((row) => row.and({ target, kind }))
    .$if(ids !== undefined, (query) => query.where('id', 'in', ids ?? []))
    .execute();
  return rows.map((row) => toWatched(kind, row));
}

function toWatched(
  kind: WatchedKind,
  { id, as_of, body }: Pick<Schema['watched'], 'id' | 'as_of' | 'body'>,
): WatchedRow {
  return { kind, id, asOf: new Date(as_of), value: JSON.parse(body) as unknown };
}
