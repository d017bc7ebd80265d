import type { Kysely, Migration } from 'kysely';

export const sharedWatch: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable('watch_leases')
      .addColumn('target', 'text', (column) => column.primaryKey())
      .addColumn('owner', 'text', (column) => column.notNull())
      .addColumn('renewals', 'integer', (column) => column.notNull())
      .addColumn('version', 'integer', (column) => column.notNull())
      .addColumn('standings', 'text')
      .execute();
    await db.schema
      .createTable('watch_wishes')
      .addColumn('target', 'text', (column) => column.notNull())
      .addColumn('owner', 'text', (column) => column.notNull())
      .addColumn('renewals', 'integer', (column) => column.notNull())
      .addColumn('wish', 'text', (column) => column.notNull())
      .addPrimaryKeyConstraint('watch_wishes_key', ['target', 'owner'])
      .execute();
    await db.schema
      .alterTable('watched')
      .addColumn('version', 'integer', (column) => column.notNull().defaultTo(0))
      .execute();
    await db.schema
      .createIndex('watched_by_version')
      .on('watched')
      .columns(['target', 'kind', 'version'])
      .execute();
  },
};
