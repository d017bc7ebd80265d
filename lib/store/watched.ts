import type { Store } from './schema';

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
export async function saveWatched(store: Store, target: string, rows: readonly WatchedRow[]) {
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
        })),
      )
      .onConflict((conflict) =>
        conflict.columns(['target', 'kind', 'id']).doUpdateSet((row) => ({
          as_of: row.ref('excluded.as_of'),
          body: row.ref('excluded.body'),
        })),
      )
      .execute();
  }
}

/** What is kept of one kind: all of it, or that of one id. */
export async function loadWatched(
  store: Store,
  target: string,
  kind: WatchedKind,
  id?: string,
): Promise<WatchedRow[]> {
  const rows = await store
    .selectFrom('watched')
    .select(['id', 'as_of', 'body'])
    .where((row) => row.and({ target, kind, ...(id === undefined ? {} : { id }) }))
    .execute();
  return rows.map((row) => ({
    kind,
    id: row.id,
    asOf: new Date(row.as_of),
    value: JSON.parse(row.body) as unknown,
  }));
}
