import type { Dialect } from 'kysely';

/** What differs between the databases that can hold the store; every query is the same. */
export interface Backend {
  dialect: Dialect;
  /** Begins a transaction that keeps other processes from migrating; undefined where Kysely does it itself. */
  lockForMigration: string | undefined;
  /** Told when the tables are up to date and the work begins. */
  migrated: () => void;
  /** Whether what was opened is still what is there. */
  isCurrent: () => boolean;
  /** Whether it must be opened anew after this failure, which may have left a transaction open. */
  mustReopen: (error: unknown, leftOpen: boolean) => boolean;
}
