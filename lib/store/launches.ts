import type { BatchState, Evidence } from '@/lib/contract/failback-launch';
import type { Job } from '@/lib/contract/job';
import type { Problem } from '@/lib/contract/problem';
import type { BatchRow, LaunchRow, Store } from './schema';

export interface StoredBatch {
  number: number;
  state: BatchState;
  /** Grows with every change of state. */
  version: number;
  /** How many times it was given to be sent. The number of an attempt fences its answer from those of others. */
  attempts: number;
  recoveryInstanceIDs: string[];
  /** A planned batch is not sent before this instant. */
  notBefore: string | null;
  /** The process that is sending it, and how long it may take, in milliseconds. */
  leaseOwner: string | null;
  leaseMilliseconds: number | null;
  sentDateTime: string | null;
  /** When its first call left that DRS turned back for the moment, which proves little; null when none was. */
  firstSentDateTime: string | null;
  answeredDateTime: string | null;
  jobID: string | null;
  /** The job as DRS answered it; what has become of it since is the watcher's to tell. */
  job: Job | null;
  problem: Problem | null;
  evidence: Evidence | null;
}

/** What there is to say of a batch before it has had its turn. */
export const NEW_BATCH = {
  state: 'planned',
  version: 0,
  attempts: 0,
  notBefore: null,
  leaseOwner: null,
  leaseMilliseconds: null,
  sentDateTime: null,
  firstSentDateTime: null,
  answeredDateTime: null,
  jobID: null,
  job: null,
  problem: null,
  evidence: null,
} as const satisfies Partial<StoredBatch>;

export interface StoredLaunch {
  launchID: string;
  idempotencyKey: string;
  /** A digest of what was asked for, to tell a repetition from another request under the same key. */
  requestHash: string;
  target: string;
  actor: string;
  tags: Record<string, string>;
  withoutTags: boolean;
  acceptCaution: boolean;
  createdDateTime: string;
  /** `unattendedSince`: nobody looked after it from then on, and so it was paused by itself. */
  paused: { actor: string; dateTime: string; unattendedSince?: string } | null;
  batches: StoredBatch[];
}

/** Which launches are wanted; every member that is given must hold. */
export interface LaunchFilter {
  target?: string | undefined;
  states?: BatchState[] | undefined;
  actor?: string | undefined;
  /** Instants: made at or after, and before. */
  from?: string | undefined;
  to?: string | undefined;
  /** The last launch of the page before. */
  after?: { createdDateTime: string; launchID: string } | undefined;
}

export async function findLaunch(
  store: Store,
  launchID: string,
): Promise<StoredLaunch | undefined> {
  const row = await store
    .selectFrom('launches')
    .selectAll()
    .where('launch_id', '=', launchID)
    .executeTakeFirst();
  return (await withBatches(store, row ? [row] : []))[0];
}

/** Who asked for a launch; undefined when there is no such launch. */
export async function findActor(store: Store, launchID: string): Promise<string | undefined> {
  const row = await store
    .selectFrom('launches')
    .select('actor')
    .where('launch_id', '=', launchID)
    .executeTakeFirst();
  return row?.actor;
}

/** The newest launches that a filter lets through, newest first. */
export async function listLaunches(
  store: Store,
  filter: LaunchFilter,
  limit: number,
): Promise<StoredLaunch[]> {
  const { target, states, actor, from, to, after } = filter;
  let query = store.selectFrom('launches').selectAll();
  if (target !== undefined) query = query.where('target', '=', target);
  if (actor !== undefined) query = query.where('actor', '=', actor);
  if (from !== undefined) query = query.where('created_at', '>=', from);
  if (to !== undefined) query = query.where('created_at', '<', to);
  if (states !== undefined) {
    query = query.where(
      'launch_id',
      'in',
      store.selectFrom('batches').select('launch_id').where('state', 'in', states),
    );
  }
  if (after !== undefined) {
    query = query.where((is) =>
      is.or([
        is('created_at', '<', after.createdDateTime),
        is.and([
          is('created_at', '=', after.createdDateTime),
          is('launch_id', '>', after.launchID),
        ]),
      ]),
    );
  }
  const rows = await query
    .orderBy('created_at', 'desc')
    .orderBy('launch_id')
    .limit(limit)
    .execute();
  return withBatches(store, rows);
}

async function withBatches(store: Store, launches: LaunchRow[]): Promise<StoredLaunch[]> {
  const byLaunch = new Map<string, StoredBatch[]>(launches.map((row) => [row.launch_id, []]));
  if (launches.length === 0) return [];
  const batches = await store
    .selectFrom('batches')
    .selectAll()
    .where('launch_id', 'in', [...byLaunch.keys()])
    .orderBy('number')
    .execute();
  for (const row of batches) byLaunch.get(row.launch_id)?.push(toBatch(row));
  return launches.map((row) => toLaunch(row, byLaunch.get(row.launch_id) ?? []));
}

function toLaunch(row: LaunchRow, batches: StoredBatch[]): StoredLaunch {
  return {
    launchID: row.launch_id,
    idempotencyKey: row.idempotency_key,
    requestHash: row.request_hash,
    target: row.target,
    actor: row.actor,
    tags: JSON.parse(row.tags) as Record<string, string>,
    withoutTags: row.without_tags === 1,
    acceptCaution: row.accept_caution === 1,
    createdDateTime: row.created_at,
    paused: pausedOf(row),
    batches,
  };
}

function pausedOf({ paused_at, paused_by, unattended_since }: LaunchRow): StoredLaunch['paused'] {
  if (paused_at === null) return null;
  const paused = { actor: paused_by ?? '', dateTime: paused_at };
  return unattended_since === null ? paused : { ...paused, unattendedSince: unattended_since };
}

export function toBatch(row: BatchRow): StoredBatch {
  return {
    number: row.number,
    state: row.state as BatchState,
    version: row.version,
    attempts: row.attempts,
    recoveryInstanceIDs: JSON.parse(row.recovery_instance_ids) as string[],
    notBefore: row.not_before,
    leaseOwner: row.lease_owner,
    leaseMilliseconds: row.lease_ms,
    sentDateTime: row.sent_at,
    firstSentDateTime: row.first_sent_at,
    answeredDateTime: row.answered_at,
    jobID: row.job_id,
    job: parsed<Job>(row.job),
    problem: parsed<Problem>(row.problem),
    evidence: parsed<Evidence>(row.evidence),
  };
}

function parsed<Value>(text: string | null): Value | null {
  return text === null ? null : (JSON.parse(text) as Value);
}
