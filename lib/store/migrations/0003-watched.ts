import type { Kysely, Migration } from 'kysely';

export const watched: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable('watched')
      .addColumn('target', 'text', (column) => column.notNull())
      .addColumn('kind', 'text', (column) => column.notNull())
      .addColumn('id', 'text', (column) => column.notNull())
      .addColumn('as_of', 'text', (column) => column.notNull())
      .addColumn('body', 'text', (column) => column.notNull())
      .addPrimaryKeyConstraint('watched_key', ['target', 'kind', 'id'])
      .execute();
  },
};
