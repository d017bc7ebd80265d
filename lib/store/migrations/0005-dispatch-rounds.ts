import type { Kysely, Migration } from 'kysely';

export const dispatchRounds: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable('dispatch_rounds')
      .addColumn('target', 'text', (column) => column.primaryKey())
      .addColumn('at', 'text', (column) => column.notNull())
      .execute();
    await db.schema.alterTable('launches').addColumn('unattended_since', 'text').execute();
  },
};
