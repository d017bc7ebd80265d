import { sql } from 'kysely';
import { beforeEach, expect, it, vi } from 'vitest';
import { problemIn } from '@/lib/contract/problem-error';
import { withHistory } from './history';
import { openStore } from './open';
import { onPostgres } from './testing/databases';

onPostgres('the store in PostgreSQL', (postgres) => {
  let databaseURL: string;
  beforeEach(async () => {
    databaseURL = await postgres().createDatabase();
  });
  const open = async () => (await openStore({ dataFolder: '/nowhere', databaseURL })).store;

  it('commits to disk, also when the setting of its session was lost on the way', async () => {
    const store = await open();
    // What a pooler does that gives each transaction another session.
    await sql`set synchronous_commit = off`.execute(store);
    const inTransaction = await store
      .transaction()
      .execute((transaction) => sql`show synchronous_commit`.execute(transaction));
    const after = await sql`show synchronous_commit`.execute(store);
    await store.destroy();
    expect(inTransaction.rows).toEqual([{ synchronous_commit: 'on' }]);
    expect(after.rows).toEqual([{ synchronous_commit: 'off' }]);
  }, 60_000);

  it('is not kept from writing by a process that stands still in a transaction', async () => {
    const frozen = await open();
    const other = await open();
    // What a pooler does that gives each transaction another session.
    await sql`set idle_in_transaction_session_timeout = 0`.execute(frozen);
    const thaw = signal();
    const locked = signal();
    const standing = withHistory(frozen, async () => {
      locked.resolve();
      await thaw.promise;
    }).catch(problemIn);
    await locked.promise;
    await vi.waitFor(() => withHistory(other, async () => undefined), 25_000);
    thaw.resolve();
    expect(await standing).toMatchObject({ status: 503 });
    await Promise.all([frozen.destroy(), other.destroy()]);
  }, 60_000);
});

function signal() {
  let resolve = () => undefined as void;
  const promise = new Promise<void>((settle) => {
    resolve = settle;
  });
  return { promise, resolve };
}
