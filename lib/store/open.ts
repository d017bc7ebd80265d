import { Kysely, Migrator, SqliteDialect } from 'kysely';
import Database from 'libsql';
import { chmod, mkdir } from 'node:fs/promises';
import path from 'node:path';
import { migrations } from './migrations';
import type { Schema, Store } from './schema';

/** How long a writer waits for another process that writes to the same file, in milliseconds. */
const BUSY_TIMEOUT = 5000;

/**
 * Opens the store in a folder that only this user may read, and brings its tables up to date.
 * Every commit is on disk before it is acknowledged: an intent must outlive the process that wrote it.
 */
export async function openStore(dataFolder: string): Promise<Store> {
  await mkdir(dataFolder, { recursive: true, mode: 0o700 });
  await chmod(dataFolder, 0o700);
  const database = new Database(path.join(dataFolder, 'homeward.sqlite'));
  database.pragma(`busy_timeout = ${BUSY_TIMEOUT}`);
  database.pragma('journal_mode = WAL');
  database.pragma('synchronous = FULL');
  database.pragma('foreign_keys = ON');
  const store = new Kysely<Schema>({ dialect: new SqliteDialect({ database }) });
  const migrator = new Migrator({
    db: store,
    provider: { getMigrations: () => Promise.resolve(migrations) },
  });
  const { error } = await migrator.migrateToLatest();
  if (error) {
    await store.destroy();
    throw error instanceof Error ? error : new Error('The store could not be brought up to date.');
  }
  return store;
}
