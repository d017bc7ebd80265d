import type { Kysely, Selectable, Transaction } from 'kysely';

/** Instants are ISO 8601 text in UTC; lists and documents are JSON text; truth is 1 and 0. */
export interface Schema {
  launches: {
    launch_id: string;
    /** The launch's own id once the caller's key has been given back. */
    idempotency_key: string;
    request_hash: string;
    target: string;
    actor: string;
    tags: string;
    created_at: string;
    without_tags: number;
    accept_caution: number;
    paused_at: string | null;
    paused_by: string | null;
    /** From when on nobody had looked after it, when that is why it is paused. */
    unattended_since: string | null;
    /** The first answer that was given under the key: status and body. */
    answer: string | null;
  };
  batches: {
    launch_id: string;
    number: number;
    state: string;
    version: number;
    attempts: number;
    servers: number;
    recovery_instance_ids: string;
    not_before: string | null;
    lease_owner: string | null;
    lease_ms: number | null;
    sent_at: string | null;
    /** When its first call left that DRS turned back for the moment. */
    first_sent_at: string | null;
    answered_at: string | null;
    job_id: string | null;
    job: string | null;
    problem: string | null;
    evidence: string | null;
  };
  /** A server that a batch of ours may have launched, or will: nobody else launches it meanwhile. */
  held_servers: { target: string; recovery_instance_id: string; launch_id: string; number: number };
  /** When a process last looked after the batches of a target. */
  dispatch_rounds: { target: string; at: string };
  history: {
    sequence: number;
    time: string;
    kind: string;
    actor: string;
    target: string;
    launch_id: string;
    batch: number | null;
    detail: string;
    previous_hash: string;
    hash: string;
  };
  /** What was last read from DRS: `kind` is fleet, job or log; `id` is the job's. */
  watched: {
    target: string;
    kind: string;
    id: string;
    as_of: string;
    body: string;
    /** The version of the target's lease under which it was written; 0 without a lease. */
    version: number;
  };
  /** Which process reads a target, how often it has said so, and how its readings stand. */
  watch_leases: {
    target: string;
    /** Empty when nobody reads it. */
    owner: string;
    renewals: number;
    /** Grows with everything that is written to `watched`. */
    version: number;
    standings: string | null;
  };
  /** What each of the other processes would have read. */
  watch_wishes: { target: string; owner: string; renewals: number; wish: string };
  /** One row: the end of the chain. Whoever writes history locks it first. */
  history_head: { id: number; sequence: number; hash: string };
}

export type Store = Kysely<Schema>;
export type StoreTransaction = Transaction<Schema>;
export type LaunchRow = Selectable<Schema['launches']>;
export type BatchRow = Selectable<Schema['batches']>;
export type HistoryRow = Selectable<Schema['history']>;
