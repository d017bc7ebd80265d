import type { Kysely, Migration } from 'kysely';

export const launchesAndBatches: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable('launches')
      .addColumn('launch_id', 'text', (column) => column.primaryKey())
      .addColumn('idempotency_key', 'text', (column) => column.notNull().unique())
      .addColumn('request_hash', 'text', (column) => column.notNull())
      .addColumn('target', 'text', (column) => column.notNull())
      .addColumn('actor', 'text', (column) => column.notNull())
      .addColumn('tags', 'text', (column) => column.notNull())
      .addColumn('created_at', 'text', (column) => column.notNull())
      .execute();
    await db.schema
      .createTable('batches')
      .addColumn('launch_id', 'text', (column) => column.notNull().references('launches.launch_id'))
      .addColumn('number', 'integer', (column) => column.notNull())
      .addColumn('state', 'text', (column) => column.notNull())
      .addColumn('recovery_instance_ids', 'text', (column) => column.notNull())
      .addColumn('sent_at', 'text')
      .addColumn('answered_at', 'text')
      .addColumn('job_id', 'text')
      .addColumn('job', 'text')
      .addColumn('problem', 'text')
      .addPrimaryKeyConstraint('batches_key', ['launch_id', 'number'])
      .execute();
    await db.schema.createIndex('batches_by_state').on('batches').column('state').execute();
  },
};
