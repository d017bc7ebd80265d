import { PostgresDialect } from 'kysely';
import { Pool } from 'pg';
import type { Backend } from './backend';

/** Milliseconds after which a database that does not answer counts as unavailable. */
const PATIENCE = 5_000;

/** A commit is acknowledged only when it is on disk, whatever the database's default is; nothing waits for ever. */
const SESSION = `set synchronous_commit = on; set lock_timeout = ${PATIENCE}; set statement_timeout = ${2 * PATIENCE}`;

/** The store in PostgreSQL, which several server processes may share. The pool connects anew by itself. */
export function openPostgres(connectionString: string): Backend {
  const pool = new Pool({
    connectionString,
    max: 5,
    connectionTimeoutMillis: PATIENCE,
    query_timeout: 3 * PATIENCE,
    keepAlive: true,
  });
  // Without a listener the loss of an idle connection would end the process.
  pool.on('error', () => undefined);
  pool.on('connect', (client) => {
    client.on('error', () => undefined);
    client.query(SESSION).catch(() => undefined);
  });
  return {
    dialect: new PostgresDialect({ pool }),
    lockForMigration: undefined,
    migrated: () => undefined,
    isCurrent: () => true,
    mustReopen: () => false,
  };
}
