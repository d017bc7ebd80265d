import type {
  CompiledQuery,
  DatabaseConnection,
  Dialect,
  Driver,
  QueryResult,
  TransactionSettings,
} from 'kysely';
import { problemIn, refusal } from '@/lib/contract/problem-error';

/** Errors of SQLite that speak of the file or the disk and not of the statement. */
const SQLITE = /^SQLITE_(BUSY|LOCKED|READONLY|FULL|IOERR|CANTOPEN|CORRUPT|NOTADB|PROTOCOL)/;

/** Classes of PostgreSQL's SQLSTATE that do: connection, resources, operator intervention, system, read-only, time. */
const POSTGRES = /^(08|53|57|58|25006|25P03|25P04|55P03|28|3D000)/;

const SOCKET = /^(ECONN|EPIPE|ETIMEDOUT|ENOTFOUND|EAI_|EHOSTUNREACH|ENETUNREACH)/;

/** Whether an error says that the store cannot be used now, rather than that we asked it something wrong. */
export function isStoreFailure(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = codeOf(error);
  if (SQLITE.test(code) || SOCKET.test(code)) return true;
  if (/^[0-9A-Z]{5}$/.test(code) && POSTGRES.test(code)) return true;
  return /connection terminated|timeout exceeded when trying to connect|Query read timeout|not queryable|driver has already been destroyed|connection is not open/i.test(
    error.message,
  );
}

/** The problem to answer with. */
export function storeUnavailable(cause: unknown) {
  const problem = {
    status: 503,
    code: 'store-unavailable',
    title: 'The store of Homeward cannot be used',
    detail: `Nothing is launched while launches cannot be recorded${named(cause)}. Check the data folder and the disk, or the database. What was sent before is looked for by its tag.`,
  };
  return refusal(problem, cause);
}

/** Whether a commit was not confirmed: what it wrote may be on record. */
export const isCommitInDoubt = (error: unknown) =>
  problemIn(error)?.code === 'store-commit-in-doubt';

/**
 * Commits that certainly were not made: there was no room, others wrote or held a lock, the transaction had taken too
 * long, or the connection was lost before.
 */
const NOT_COMMITTED = /^(SQLITE_(FULL|BUSY)|25P03|25P04|55P03)/;

/** The problem to answer with after a failed commit: the store may have made it, and only its answer is lost. */
function commitInDoubt(cause: unknown) {
  if (NOT_COMMITTED.test(codeOf(cause)) || /not queryable/.test(String(cause))) {
    return storeUnavailable(cause);
  }
  const problem = {
    status: 503,
    code: 'store-commit-in-doubt',
    title: 'The store of Homeward did not confirm what was written',
    detail: `It may be on record or not${named(cause)}. Look again to learn which. Check the data folder and the disk, or the database.`,
  };
  return refusal(problem, cause);
}

/** The cause by its code, which tells nothing of where the store is. */
function named(cause: unknown): string {
  const code = codeOf(cause);
  return code === '' ? '' : ` (${code})`;
}

function codeOf(cause: unknown): string {
  const { code } = (cause ?? {}) as { code?: unknown };
  return typeof code === 'string' ? code : '';
}

/**
 * A dialect whose failures are problem documents. `onFailure` is told of each, and whether it may have left a
 * transaction open.
 */
export function reportFailures(
  dialect: Dialect,
  onFailure: (error: unknown, leftOpen: boolean) => void,
): Dialect {
  const guard: Guard = async (work, toProblem = storeUnavailable) => {
    try {
      return await work();
    } catch (error) {
      if (!isStoreFailure(error)) throw error;
      onFailure(error, false);
      throw toProblem(error);
    }
  };
  const leftOpen = (error: unknown) => onFailure(error, true);
  return {
    createAdapter: () => dialect.createAdapter(),
    createIntrospector: (db) => dialect.createIntrospector(db),
    createQueryCompiler: () => dialect.createQueryCompiler(),
    createDriver: () => new ReportingDriver(dialect.createDriver(), guard, leftOpen),
  };
}

type Guard = <Result>(
  work: () => Promise<Result>,
  toProblem?: (error: unknown) => Error,
) => Promise<Result>;

class ReportingConnection implements DatabaseConnection {
  constructor(
    readonly inner: DatabaseConnection,
    private readonly guard: Guard,
  ) {}

  executeQuery<Row>(query: CompiledQuery): Promise<QueryResult<Row>> {
    return this.guard(() => this.inner.executeQuery<Row>(query));
  }

  streamQuery<Row>(query: CompiledQuery, chunkSize?: number) {
    return this.inner.streamQuery<Row>(query, chunkSize);
  }
}

class ReportingDriver implements Driver {
  constructor(
    private readonly driver: Driver,
    private readonly guard: Guard,
    private readonly leftOpen: (error: unknown) => void,
  ) {}

  init = () => this.guard(() => this.driver.init());
  destroy = () => this.driver.destroy();

  acquireConnection = async () => {
    const connection = await this.guard(() => this.driver.acquireConnection());
    return new ReportingConnection(connection, this.guard);
  };
  releaseConnection = (connection: DatabaseConnection) =>
    this.driver.releaseConnection(innerOf(connection));
  beginTransaction = (connection: DatabaseConnection, settings: TransactionSettings) =>
    this.guard(() => this.driver.beginTransaction(innerOf(connection), settings));
  commitTransaction = (connection: DatabaseConnection) =>
    this.guard(() => this.driver.commitTransaction(innerOf(connection)), commitInDoubt);
  /** What made a rollback necessary says more than why it failed too. */
  rollbackTransaction = async (connection: DatabaseConnection) => {
    try {
      await this.driver.rollbackTransaction(innerOf(connection));
    } catch (error) {
      this.leftOpen(error);
    }
  };
}

const innerOf = (connection: DatabaseConnection) =>
  connection instanceof ReportingConnection ? connection.inner : connection;
