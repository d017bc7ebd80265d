import { Kysely, type MigrationProvider, Migrator, sql } from 'kysely';
import { problemIn } from '@/lib/contract/problem-error';
import type { Backend } from './backend';
import { storeUnavailable, reportFailures } from './failures';
import { migrations } from './migrations';
import { migrationRefused } from './migration-refused';
import { openPostgres } from './postgres';
import type { Schema, Store } from './schema';
import { openSQLite } from './sqlite';

/** Where the store is: in a folder, unless a PostgreSQL database is named. */
export interface StoreLocation {
  dataFolder: string;
  databaseURL?: string | undefined;
}

export interface OpenStore {
  store: Store;
  /** Whether it can go on being used; when not, it must be opened anew. */
  isUsable: () => boolean;
}

/** Opens the store and brings its tables up to date. Throws a ProblemError when it cannot be used. */
export async function openStore(location: StoreLocation): Promise<OpenStore> {
  let broken = false;
  try {
    const backend = await openBackend(location);
    const dialect = reportFailures(backend.dialect, (error, leftOpen) => {
      broken ||= backend.mustReopen(error, leftOpen);
    });
    const store = new Kysely<Schema>({ dialect });
    await migrate(store, backend, { getMigrations: async () => migrations }).catch(
      async (error: unknown) => {
        await store.destroy();
        throw error;
      },
    );
    backend.migrated();
    return { store, isUsable: () => !broken && backend.isCurrent() };
  } catch (error) {
    throw problemIn(error) ? error : storeUnavailable(error);
  }
}

/** Opens the database; its tables stay as they are. */
export function openBackend({
  dataFolder,
  databaseURL,
}: StoreLocation): Promise<Backend> | Backend {
  return databaseURL === undefined ? openSQLite(dataFolder) : openPostgres(databaseURL);
}

/** Brings the tables up to date, one process at a time, all or nothing. */
export async function migrate(store: Store, backend: Backend, provider: MigrationProvider) {
  const { lockForMigration } = backend;
  if (lockForMigration === undefined) return run(store, provider);
  await store.connection().execute(async (connection) => {
    await sql.raw(lockForMigration).execute(connection);
    try {
      await run(connection, provider);
      await sql`commit`.execute(connection);
    } catch (error) {
      await sql`rollback`.execute(connection).catch(() => undefined);
      throw error;
    }
  });
}

async function run(db: Kysely<Schema>, provider: MigrationProvider) {
  const { error } = await new Migrator({ db, provider }).migrateToLatest();
  if (error) throw problemIn(error) ? error : migrationRefused(error);
}
