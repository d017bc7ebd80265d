import { DummyDriver, SqliteDialect } from 'kysely';
import { expect, it } from 'vitest';
import { reportFailures } from './failures';

/** The code of the problem that a commit rejects with when the database fails it with a code of its own. */
async function commitFailedBy(code: string): Promise<unknown> {
  const driver = new DummyDriver();
  driver.commitTransaction = async () => {
    throw Object.assign(new Error('failed'), { code });
  };
  const dialect = new SqliteDialect({ database: undefined as never });
  dialect.createDriver = () => driver;
  const reporting = reportFailures(dialect, () => undefined).createDriver();
  const connection = await reporting.acquireConnection();
  const failed = reporting.commitTransaction(connection);
  return failed.then(
    () => undefined,
    (error: { problem?: { code: string } }) => error.problem?.code,
  );
}

it.each(['SQLITE_FULL', 'SQLITE_BUSY', '25P03', '25P04', '55P03'])(
  'a commit that %s ended was certainly not made',
  async (code) => expect(await commitFailedBy(code)).toBe('store-unavailable'),
);

it.each(['SQLITE_IOERR', 'ECONNRESET', '57P01', '08006', '53100'])(
  'a commit that %s ended may have been made',
  async (code) => expect(await commitFailedBy(code)).toBe('store-commit-in-doubt'),
);
