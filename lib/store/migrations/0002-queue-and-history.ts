import type { Kysely, Migration } from 'kysely';

/** The tables as this migration finds and leaves them; those of later versions are not its concern. */
interface Tables {
  launches: { launch_id: string; target: string };
  batches: {
    launch_id: string;
    number: number;
    state: string;
    servers: number;
    attempts: number;
    sent_at: string | null;
    recovery_instance_ids: string;
  };
  held_servers: { target: string; recovery_instance_id: string; launch_id: string; number: number };
  history_head: { id: number; sequence: number; hash: string };
}

export const queueAndHistory: Migration = {
  async up(untyped: Kysely<unknown>) {
    const db = untyped as Kysely<Tables>;
    await addColumns(db);
    await createTables(db);
    await fillIn(db);
  },
};

async function addColumns(db: Kysely<Tables>) {
  const launches: [string, 'text' | 'integer'][] = [
    ['paused_at', 'text'],
    ['paused_by', 'text'],
    ['answer', 'text'],
  ];
  for (const [column, type] of launches) {
    await db.schema.alterTable('launches').addColumn(column, type).execute();
  }
  for (const column of ['without_tags', 'accept_caution']) {
    await db.schema
      .alterTable('launches')
      .addColumn(column, 'integer', (definition) => definition.notNull().defaultTo(0))
      .execute();
  }
  for (const column of ['version', 'attempts', 'servers']) {
    await db.schema
      .alterTable('batches')
      .addColumn(column, 'integer', (definition) => definition.notNull().defaultTo(0))
      .execute();
  }
  const batches: [string, 'text' | 'integer'][] = [
    ['not_before', 'text'],
    ['lease_owner', 'text'],
    ['lease_ms', 'integer'],
    ['evidence', 'text'],
  ];
  for (const [column, type] of batches) {
    await db.schema.alterTable('batches').addColumn(column, type).execute();
  }
}

async function createTables(db: Kysely<Tables>) {
  await db.schema
    .createTable('held_servers')
    .addColumn('target', 'text', (column) => column.notNull())
    .addColumn('recovery_instance_id', 'text', (column) => column.notNull())
    .addColumn('launch_id', 'text', (column) => column.notNull())
    .addColumn('number', 'integer', (column) => column.notNull())
    .addPrimaryKeyConstraint('held_servers_key', ['target', 'recovery_instance_id'])
    .execute();
  await db.schema
    .createIndex('held_servers_by_batch')
    .on('held_servers')
    .columns(['launch_id', 'number'])
    .execute();
  await db.schema
    .createTable('history')
    .addColumn('sequence', 'integer', (column) => column.primaryKey())
    .addColumn('time', 'text', (column) => column.notNull())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('actor', 'text', (column) => column.notNull())
    .addColumn('target', 'text', (column) => column.notNull())
    .addColumn('launch_id', 'text', (column) => column.notNull())
    .addColumn('batch', 'integer')
    .addColumn('detail', 'text', (column) => column.notNull())
    .addColumn('previous_hash', 'text', (column) => column.notNull())
    .addColumn('hash', 'text', (column) => column.notNull())
    .execute();
  await db.schema.createIndex('history_by_launch').on('history').column('launch_id').execute();
  await db.schema
    .createTable('history_head')
    .addColumn('id', 'integer', (column) => column.primaryKey())
    .addColumn('sequence', 'integer', (column) => column.notNull())
    .addColumn('hash', 'text', (column) => column.notNull())
    .execute();
}

async function fillIn(db: Kysely<Tables>) {
  await db.insertInto('history_head').values({ id: 1, sequence: 0, hash: '' }).execute();
  // A batch that the earlier version left planned was never to be sent; now it would be, long after.
  await db
    .updateTable('batches')
    .set({ state: 'cancelled' })
    .where('state', '=', 'planned')
    .execute();
  const rows = await db
    .selectFrom('batches')
    .innerJoin('launches', 'launches.launch_id', 'batches.launch_id')
    .selectAll('batches')
    .select('launches.target')
    .execute();
  for (const { launch_id, number, state, sent_at, recovery_instance_ids, target } of rows) {
    const ids = JSON.parse(recovery_instance_ids) as string[];
    await db
      .updateTable('batches')
      .set({ servers: ids.length, attempts: sent_at === null ? 0 : 1 })
      .where('launch_id', '=', launch_id)
      .where('number', '=', number)
      .execute();
    if (!['sending', 'unknown', 'parked'].includes(state)) continue;
    for (const recovery_instance_id of ids) {
      await db
        .insertInto('held_servers')
        .values({ target, recovery_instance_id, launch_id, number })
        .onConflict((conflict) => conflict.doNothing())
        .execute();
    }
  }
}
