import {
  CompiledQuery,
  type DatabaseConnection,
  PostgresDialect,
  PostgresDriver,
  type TransactionSettings,
} from 'kysely';
import { Pool } from 'pg';
import type { Backend } from './backend';

/** Milliseconds after which a database that does not answer counts as unavailable. */
const ANSWER_WITHIN = 5_000;

/**
 * Milliseconds after which PostgreSQL ends a transaction whose process says nothing any more: frozen, or cut off. It holds
 * the end of the history's chain, and so every write of every other process. After as long, a silent connection is probed.
 */
const IDLE_TIMEOUT = 10_000;

/** Limits every wait. A pooler may lose these settings; then a wait is longer, and nothing else changes. */
const SESSION = `set lock_timeout = ${ANSWER_WITHIN}; set statement_timeout = ${2 * ANSWER_WITHIN}`;

/** The store in PostgreSQL, which several server processes may share. The pool connects anew by itself. */
export function openPostgres(connectionString: string): Backend {
  const pool = new Pool({
    connectionString,
    max: 5,
    connectionTimeoutMillis: ANSWER_WITHIN,
    query_timeout: 3 * ANSWER_WITHIN,
    keepAlive: true,
    keepAliveInitialDelayMillis: IDLE_TIMEOUT,
  });
  // Without a listener the loss of an idle connection would end the process.
  pool.on('error', () => undefined);
  pool.on('connect', (client) => {
    client.on('error', () => undefined);
    client.query(SESSION).catch(() => undefined);
  });
  return {
    dialect: new DurableDialect(pool),
    lockForMigration: undefined,
    migrated: () => undefined,
    isCurrent: () => true,
    mustReopen: () => false,
  };
}

class DurableDialect extends PostgresDialect {
  constructor(private readonly pool: Pool) {
    super({ pool });
  }

  override createDriver() {
    return new DurableDriver({ pool: this.pool });
  }
}

/**
 * A commit is acknowledged only when it is on disk, and a transaction ends with its process, whatever the defaults of the
 * database are and whoever stands between. https://www.postgresql.org/docs/current/wal-async-commit.html
 */
const DURABLE = CompiledQuery.raw(
  `set local synchronous_commit = on; set local idle_in_transaction_session_timeout = ${IDLE_TIMEOUT}`,
);
const ROLLBACK = CompiledQuery.raw('rollback');

class DurableDriver extends PostgresDriver {
  override async beginTransaction(connection: DatabaseConnection, settings: TransactionSettings) {
    await super.beginTransaction(connection, settings);
    try {
      await connection.executeQuery(DURABLE);
    } catch (error) {
      await connection.executeQuery(ROLLBACK).catch(() => undefined);
      throw error;
    }
  }
}
