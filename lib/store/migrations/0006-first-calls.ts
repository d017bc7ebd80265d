import type { Kysely, Migration } from 'kysely';

/** The tables as this migration finds and leaves them; those of later versions are not its concern. */
interface Tables {
  launches: { launch_id: string; created_at: string };
  batches: {
    launch_id: string;
    state: string;
    attempts: number;
    sent_at: string | null;
    first_sent_at: string | null;
  };
}

export const firstCalls: Migration = {
  async up(untyped: Kysely<unknown>) {
    await untyped.schema.alterTable('batches').addColumn('first_sent_at', 'text').execute();
    const db = untyped as Kysely<Tables>;
    // When they were sent was not kept; it was not before they were asked for.
    await db
      .updateTable('batches')
      .set(({ selectFrom }) => ({
        first_sent_at: selectFrom('launches')
          .select('launches.created_at')
          .whereRef('launches.launch_id', '=', 'batches.launch_id'),
      }))
      .where('state', '=', 'planned')
      .where('attempts', '>', 0)
      .where('sent_at', 'is', null)
      .execute();
  },
};
