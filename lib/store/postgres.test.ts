import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { openStore } from './open';
import { postgresFolder, startPostgres } from './testing/postgres';

const found = postgresFolder === undefined ? ' (skipped: no initdb and postgres found)' : '';
describe.skipIf(postgresFolder === undefined)(`the store in PostgreSQL${found}`, () => {
  it('commits to disk, also when the setting of its session was lost on the way', async () => {
    const postgres = await startPostgres(postgresFolder ?? '');
    const databaseURL = await postgres.createDatabase();
    const { store } = await openStore({ dataFolder: '/nowhere', databaseURL });
    // What a pooler does that gives each transaction another session.
    await sql`set synchronous_commit = off`.execute(store);
    const inTransaction = await store
      .transaction()
      .execute((transaction) => sql`show synchronous_commit`.execute(transaction));
    const after = await sql`show synchronous_commit`.execute(store);
    await store.destroy();
    await postgres.remove();
    expect(inTransaction.rows).toEqual([{ synchronous_commit: 'on' }]);
    expect(after.rows).toEqual([{ synchronous_commit: 'off' }]);
  }, 60_000);
});
