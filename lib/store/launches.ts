import type { BatchState } from '@/lib/contract/failback-launch';
import type { Job } from '@/lib/contract/job';
import type { Problem } from '@/lib/contract/problem';
import type { BatchRow, LaunchRow, Store } from './schema';

export interface StoredBatch {
  number: number;
  state: BatchState;
  recoveryInstanceIDs: string[];
  sentDateTime: string | null;
  answeredDateTime: string | null;
  jobID: string | null;
  /** The job as DRS answered it; what has become of it since is the watcher's to tell. */
  job: Job | null;
  problem: Problem | null;
}

export interface StoredLaunch {
  launchID: string;
  idempotencyKey: string;
  /** A digest of what was asked for, to tell a repetition from another request under the same key. */
  requestHash: string;
  target: string;
  actor: string;
  tags: Record<string, string>;
  createdDateTime: string;
  batches: StoredBatch[];
}

/**
 * Writes the intent: the launch and its batches, all or nothing.
 * False when a launch with this idempotency key is there already; then nothing is written.
 */
export async function insertLaunch(store: Store, launch: StoredLaunch): Promise<boolean> {
  return store.transaction().execute(async (transaction) => {
    const { numInsertedOrUpdatedRows } = await transaction
      .insertInto('launches')
      .values({
        launch_id: launch.launchID,
        idempotency_key: launch.idempotencyKey,
        request_hash: launch.requestHash,
        target: launch.target,
        actor: launch.actor,
        tags: JSON.stringify(launch.tags),
        created_at: launch.createdDateTime,
      })
      .onConflict((conflict) => conflict.column('idempotency_key').doNothing())
      .executeTakeFirst();
    if (!numInsertedOrUpdatedRows) return false;
    await transaction
      .insertInto('batches')
      .values(
        launch.batches.map((batch) => ({
          launch_id: launch.launchID,
          number: batch.number,
          state: batch.state,
          recovery_instance_ids: JSON.stringify(batch.recoveryInstanceIDs),
        })),
      )
      .execute();
    return true;
  });
}

export async function findLaunch(store: Store, launchID: string) {
  return (await readLaunches(store, { launch_id: launchID }))[0];
}

export async function findLaunchByKey(store: Store, idempotencyKey: string) {
  return (await readLaunches(store, { idempotency_key: idempotencyKey }))[0];
}

/** Every launch, newest first. */
export async function listLaunches(store: Store): Promise<StoredLaunch[]> {
  return readLaunches(store, {});
}

/** Batches that have not come to a clear end yet, each with the launch it belongs to. */
export async function openBatches(
  store: Store,
  target: string,
): Promise<{ launch: StoredLaunch; batch: StoredBatch }[]> {
  const open: BatchState[] = ['planned', 'sending', 'unknown'];
  const launches = await readLaunches(store, { target });
  return launches.flatMap((launch) =>
    launch.batches.filter(({ state }) => open.includes(state)).map((batch) => ({ launch, batch })),
  );
}

export type BatchChange = Partial<Omit<StoredBatch, 'number' | 'recoveryInstanceIDs' | 'state'>>;

/** Moves a batch on, provided that it still is in one of the states `from`. False when it is not. */
export async function moveBatch(
  store: Store,
  batch: { launchID: string; number: number },
  from: BatchState[],
  to: BatchState,
  change: BatchChange = {},
): Promise<boolean> {
  const { numUpdatedRows } = await store
    .updateTable('batches')
    .set({
      state: to,
      ...(change.sentDateTime === undefined ? {} : { sent_at: change.sentDateTime }),
      ...(change.answeredDateTime === undefined ? {} : { answered_at: change.answeredDateTime }),
      ...(change.jobID === undefined ? {} : { job_id: change.jobID }),
      ...(change.job === undefined ? {} : { job: jsonOrNull(change.job) }),
      ...(change.problem === undefined ? {} : { problem: jsonOrNull(change.problem) }),
    })
    .where('launch_id', '=', batch.launchID)
    .where('number', '=', batch.number)
    .where('state', 'in', from)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

async function readLaunches(
  store: Store,
  where: Partial<Pick<LaunchRow, 'launch_id' | 'idempotency_key' | 'target'>>,
): Promise<StoredLaunch[]> {
  const launches = await store
    .selectFrom('launches')
    .selectAll()
    .where((condition) => condition.and(where))
    .orderBy('created_at', 'desc')
    .orderBy('launch_id')
    .execute();
  const batches = await store
    .selectFrom('batches')
    .innerJoin('launches', 'launches.launch_id', 'batches.launch_id')
    .selectAll('batches')
    .where((condition) =>
      condition.and(
        Object.fromEntries(Object.entries(where).map(([key, value]) => [`launches.${key}`, value])),
      ),
    )
    .orderBy('batches.number')
    .execute();
  const byLaunch = new Map<string, StoredBatch[]>(launches.map((row) => [row.launch_id, []]));
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
    createdDateTime: row.created_at,
    batches,
  };
}

function toBatch(row: BatchRow): StoredBatch {
  return {
    number: row.number,
    state: row.state as BatchState,
    recoveryInstanceIDs: JSON.parse(row.recovery_instance_ids) as string[],
    sentDateTime: row.sent_at,
    answeredDateTime: row.answered_at,
    jobID: row.job_id,
    job: row.job === null ? null : (JSON.parse(row.job) as Job),
    problem: row.problem === null ? null : (JSON.parse(row.problem) as Problem),
  };
}

const jsonOrNull = (value: unknown) => (value === null ? null : JSON.stringify(value));
