import type { Kysely, Selectable } from 'kysely';

/** Instants are ISO 8601 text in UTC; lists and documents are JSON text. */
export interface Schema {
  launches: {
    launch_id: string;
    idempotency_key: string;
    request_hash: string;
    target: string;
    actor: string;
    tags: string;
    created_at: string;
  };
  batches: {
    launch_id: string;
    number: number;
    state: string;
    recovery_instance_ids: string;
    sent_at: string | null;
    answered_at: string | null;
    job_id: string | null;
    job: string | null;
    problem: string | null;
  };
}

export type Store = Kysely<Schema>;
export type LaunchRow = Selectable<Schema['launches']>;
export type BatchRow = Selectable<Schema['batches']>;
