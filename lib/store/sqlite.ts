import { SqliteDialect, SqliteDriver } from 'kysely';
import Database from 'libsql';
import { statSync } from 'node:fs';
import { chmod, mkdir } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Backend } from './backend';

/** How long a transaction waits for another process that writes to the same file, in milliseconds. */
const WAIT_FOR_LOCK = 3_000;

/** Another process kept the file to itself for too long; nothing was begun. */
const NOT_BEGUN = 'SQLITE_BUSY_TIMEOUT';

/** How long a single attempt waits, in milliseconds; it blocks everything else in this process. */
const BUSY_TIMEOUT = 100;

/**
 * The embedded store: one file in a folder that only this user may read.
 * Every commit is on disk before it is acknowledged: an intent must outlive the process that wrote it.
 */
export async function openSQLite(dataFolder: string): Promise<Backend> {
  await mkdir(dataFolder, { recursive: true, mode: 0o700 });
  await chmod(dataFolder, 0o700);
  const file = path.join(dataFolder, 'homeward.sqlite');
  const database = new Database(file);
  database.pragma(`busy_timeout = ${WAIT_FOR_LOCK}`);
  database.pragma('journal_mode = WAL');
  database.pragma('synchronous = FULL');
  database.pragma('foreign_keys = ON');
  const opened = inodeOf(file);
  return {
    dialect: new ImmediateDialect(database),
    lockForMigration: 'begin immediate',
    migrated: () => void database.pragma(`busy_timeout = ${BUSY_TIMEOUT}`),
    // A file that was replaced or removed under us would take every write and keep none.
    isCurrent: () => inodeOf(file) === opened,
    // After a failure the driver may keep a statement going, which would keep every later commit from succeeding.
    mustReopen: (error, leftOpen) => leftOpen || codeOf(error) !== NOT_BEGUN,
  };
}

class ImmediateDialect extends SqliteDialect {
  constructor(private readonly database: Database.Database) {
    super({ database });
  }

  override createDriver() {
    return new ImmediateDriver(this.database);
  }
}

/** Takes the write lock when a transaction begins (BEGIN IMMEDIATE), and waits for it without blocking the process. */
class ImmediateDriver extends SqliteDriver {
  constructor(private readonly database: Database.Database) {
    super({ database });
  }

  override async beginTransaction() {
    const until = performance.now() + WAIT_FOR_LOCK;
    for (;;) {
      try {
        this.database.exec('begin immediate');
        return;
      } catch (error) {
        if (codeOf(error) !== 'SQLITE_BUSY') throw error;
        if (performance.now() > until) throw Object.assign(new Error(), { code: NOT_BEGUN });
        await wait(2 + Math.random() * 10);
      }
    }
  }
}

function inodeOf(file: string): number | undefined {
  return statSync(file, { throwIfNoEntry: false })?.ino;
}

const codeOf = (error: unknown) => String((error as { code?: unknown } | null)?.code ?? '');
