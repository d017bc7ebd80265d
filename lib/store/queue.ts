import { type BatchState, statesWhere } from '@/lib/contract/batch-states';
import { type BatchKey, type Move, applyMove, readBatch } from './batches';
import { withHistory } from './history';
import { type StoredBatch, toBatch } from './launches';
import type { Store } from './schema';

/** A batch that waits for its turn. */
export interface WaitingBatch {
  launchID: string;
  number: number;
  servers: number;
  notBefore: string | null;
  paused: boolean;
  /** From when on nobody had looked after its launch, when it is paused for that. */
  unattendedSince?: string | null;
  /** Why it was turned back the last time; null when it was not. */
  problemCode: string | null;
}

/** What a batch takes of the quotas that was sent, or may have been, and whose job DRS may not list yet. */
export interface InFlightBatch {
  servers: number;
  jobID: string | null;
}

/** A batch whose end is open, with what of its launch is needed to look for its job. */
export interface OpenBatch extends StoredBatch {
  launchID: string;
  launchDateTime: string;
  withoutTags: boolean;
}

/** The batches of a target that wait for their turn, in the order in which they are sent. */
export async function waitingBatches(store: Store, target: string): Promise<WaitingBatch[]> {
  const rows = await store
    .selectFrom('batches')
    .innerJoin('launches', 'launches.launch_id', 'batches.launch_id')
    .select([
      'batches.launch_id',
      'batches.number',
      'batches.servers',
      'batches.not_before',
      'batches.problem',
      'launches.paused_at',
      'launches.unattended_since',
    ])
    .where('launches.target', '=', target)
    .where('batches.state', '=', 'planned')
    .orderBy('launches.created_at')
    .orderBy('launches.launch_id')
    .orderBy('batches.number')
    .execute();
  return rows.map((row) => ({
    launchID: row.launch_id,
    number: row.number,
    servers: row.servers,
    notBefore: row.not_before,
    paused: row.paused_at !== null,
    unattendedSince: row.unattended_since,
    problemCode: row.problem === null ? null : (JSON.parse(row.problem) as { code: string }).code,
  }));
}

/** The batches of a target whose call is under way or in doubt, and those that were answered since an instant. */
export async function inFlightBatches(
  store: Store,
  target: string,
  since: string,
): Promise<InFlightBatch[]> {
  const rows = await store
    .selectFrom('batches')
    .innerJoin('launches', 'launches.launch_id', 'batches.launch_id')
    .select(['batches.servers', 'batches.job_id'])
    .where('launches.target', '=', target)
    .where((is) =>
      is.or([
        is('batches.state', 'in', statesWhere('isInFlight')),
        is.and([
          is('batches.state', 'in', statesWhere('hasJob')),
          is('batches.answered_at', '>', since),
        ]),
      ]),
    )
    .execute();
  return rows.map(({ servers, job_id }) => ({ servers, jobID: job_id }));
}

/** The batches of a target in these states, oldest first; no other than `only`, if it is given. */
export async function batchesIn(
  store: Store,
  target: string,
  states: readonly BatchState[],
  only?: BatchKey,
): Promise<OpenBatch[]> {
  let query = store
    .selectFrom('batches')
    .innerJoin('launches', 'launches.launch_id', 'batches.launch_id')
    .selectAll('batches')
    .select(['launches.created_at', 'launches.without_tags'])
    .where('launches.target', '=', target)
    .where('batches.state', 'in', states)
    .orderBy('launches.created_at')
    .orderBy('batches.number');
  if (only) {
    query = query
      .where('batches.launch_id', '=', only.launchID)
      .where('batches.number', '=', only.number);
  }
  const rows = await query.execute();
  return rows.map((row) => ({
    ...toBatch(row),
    launchID: row.launch_id,
    launchDateTime: row.created_at,
    withoutTags: row.without_tags === 1,
  }));
}

/** Who claims a batch, for how long, and whether it may go as the queue stands now. */
export interface Claim {
  /** The version of the batch that was found fit to be sent. */
  version: number;
  owner: string;
  leaseMilliseconds: number;
  dateTime: string;
  /** What was answered before this instant is listed by DRS by now. */
  listedSince: string;
  maySend: (waiting: readonly WaitingBatch[], inFlight: readonly InFlightBatch[]) => boolean;
}

/**
 * Gives a planned batch to one process to send: marks it, durably, as being sent, with the owner and a new
 * attempt's number. Undefined when it has changed since it was found fit, because another process was faster, or when,
 * as everything stands at this very moment, it is not its turn.
 */
export async function claimBatch(
  store: Store,
  key: BatchKey,
  claim: Claim,
): Promise<StoredBatch | undefined> {
  return withHistory(store, async (transaction, write) => {
    const batch = await readBatch(transaction, key);
    if (batch?.state !== 'planned' || batch.version !== claim.version) return undefined;
    const waiting = await waitingBatches(transaction, key.target);
    const inFlight = await inFlightBatches(transaction, key.target, claim.listedSince);
    if (!claim.maySend(waiting, inFlight)) return undefined;
    const change = {
      attempts: batch.attempts + 1,
      leaseOwner: claim.owner,
      leaseMilliseconds: claim.leaseMilliseconds,
      sentDateTime: claim.dateTime,
      answeredDateTime: null,
      notBefore: null,
      problem: null,
    };
    const move: Move = {
      transition: 'claim',
      change,
      dateTime: claim.dateTime,
      detail: { owner: claim.owner },
    };
    await applyMove(transaction, key, batch, move, write);
    return { ...batch, ...change, state: 'sending', version: batch.version + 1 };
  });
}
