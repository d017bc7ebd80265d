import { BATCH_STATES, type BatchState } from '@/lib/contract/batch-states';
import type { Evidence } from '@/lib/contract/failback-launch';
import type { Problem } from '@/lib/contract/problem';
import { describeProblem } from '@/lib/contract/problem-error';
import { type Holder, free, takeBack } from './held-servers';
import { HOMEWARD, type HistoryLine, withHistory } from './history';
import { type StoredBatch, toBatch } from './launches';
import type { Store, StoreTransaction } from './schema';
import { type TransitionName, transitionOf } from './transitions';

/** Which batch, of which target. */
export interface BatchKey {
  target: string;
  launchID: string;
  number: number;
}

export type BatchChange = Partial<
  Omit<StoredBatch, 'number' | 'recoveryInstanceIDs' | 'state' | 'version' | 'evidence'>
>;

/** A change of state: which one, what must hold besides the state, and who makes it when. */
export interface Move {
  transition: TransitionName;
  /** The batch must still be at this attempt. */
  attempt?: number;
  /** The batch must still be at this version, which somebody saw. */
  version?: number;
  change?: BatchChange;
  actor?: string;
  dateTime: string;
  /** Further facts for its line of history. */
  detail?: Record<string, unknown>;
  /** The call to DRS that led to it; the history gives it a line of its own. */
  call?: Record<string, unknown>;
  /** Told who has servers of a batch that has them again, after it was thought that nothing of it can reach them. */
  onClash?: (holders: readonly Holder[]) => void;
}

/**
 * Changes the state of a batch, provided that everything the move asks for still holds: compare and set, in one
 * transaction with its lines of history. False, and nothing is changed, when it does not hold.
 */
export async function moveBatch(store: Store, key: BatchKey, move: Move): Promise<boolean> {
  return withHistory(store, async (transaction, write) => {
    const batch = await readBatch(transaction, key);
    if (!batch || !holds(batch, move)) return false;
    await applyMove(transaction, key, batch, move, write);
    return true;
  });
}

export async function readBatch(
  store: Store,
  { launchID, number }: BatchKey,
): Promise<StoredBatch | undefined> {
  const row = await store
    .selectFrom('batches')
    .selectAll()
    .where('launch_id', '=', launchID)
    .where('number', '=', number)
    .executeTakeFirst();
  return row && toBatch(row);
}

export function holds(batch: StoredBatch, { transition, attempt, version }: Move): boolean {
  return (
    transitionOf(transition).from.includes(batch.state) &&
    (attempt === undefined || attempt === batch.attempts) &&
    (version === undefined || version === batch.version)
  );
}

/** The second half of a move, within a transaction that has read the batch and found that the move holds. */
export async function applyMove(
  transaction: StoreTransaction,
  key: BatchKey,
  batch: StoredBatch,
  move: Move,
  write: (line: HistoryLine) => void,
) {
  const { to } = transitionOf(move.transition);
  const others = holdsAgain(batch.state, to)
    ? await takeBack(transaction, key, batch.recoveryInstanceIDs)
    : [];
  const clash = others.length > 0 ? { problem: describeClash(others) } : {};
  await transaction
    .updateTable('batches')
    .set({ state: to, version: batch.version + 1, ...columnsOf({ ...move.change, ...clash }) })
    .where('launch_id', '=', key.launchID)
    .where('number', '=', key.number)
    .where('version', '=', batch.version)
    .executeTakeFirstOrThrow();
  if (!BATCH_STATES[to].holdsServers) await free(transaction, key);
  const line = {
    dateTime: move.dateTime,
    actor: move.actor ?? HOMEWARD,
    target: key.target,
    launchID: key.launchID,
    batch: key.number,
  };
  const attempt = move.change?.attempts ?? batch.attempts;
  if (move.call) write({ ...line, kind: 'call', detail: { attempt, ...move.call } });
  write({
    ...line,
    kind: 'batch-moved',
    detail: {
      from: batch.state,
      to,
      attempt,
      ...(others.length > 0 ? { alsoHeldBy: others } : {}),
      ...move.detail,
    },
  });
  if (others.length > 0) move.onClash?.(others);
}

const holdsAgain = (from: BatchState, to: BatchState) =>
  BATCH_STATES[to].holdsServers && !BATCH_STATES[from].holdsServers;

function describeClash(others: readonly Holder[]): Problem {
  const launches = [...new Set(others.map(({ launchID }) => launchID))];
  const ids = others.map(({ recoveryInstanceID }) => recoveryInstanceID);
  return describeProblem({
    status: 409,
    code: 'servers-of-another-launch',
    title: 'Another launch has servers of this one too',
    detail: `DRS answered with a job after this batch had been closed, and meanwhile ${launches.join(', ')} was given ${ids.join(', ')}. Look at both jobs: these servers may be launched twice.`,
  });
}

/** Keeps what the latest look for a lost answer saw. The state stays as it is. */
export async function saveEvidence(store: Store, key: BatchKey, evidence: Evidence) {
  await store.transaction().execute((transaction) =>
    transaction
      .updateTable('batches')
      .set({ evidence: JSON.stringify(evidence) })
      .where('launch_id', '=', key.launchID)
      .where('number', '=', key.number)
      .execute(),
  );
}

/**
 * Takes servers out of a planned batch into a batch of their own, which is planned too or, with a problem,
 * rejected. False when the batch is not planned, or not at this version, any more: another process that found the
 * same may have been faster, and servers that are taken out twice would be launched twice.
 */
export async function splitBatch(
  store: Store,
  key: BatchKey,
  apart: {
    recoveryInstanceIDs: string[];
    version: number;
    problem: StoredBatch['problem'];
    dateTime: string;
  },
): Promise<boolean> {
  return withHistory(store, async (transaction, write) => {
    const batch = await readBatch(transaction, key);
    if (batch?.state !== 'planned' || batch.version !== apart.version) return false;
    const going = new Set(apart.recoveryInstanceIDs);
    const staying = batch.recoveryInstanceIDs.filter((id) => !going.has(id));
    if (staying.length === 0) return false;
    const number = await nextNumber(transaction, key.launchID);
    const split = { ...key, number };
    await setServers(transaction, key, staying, batch.version + 1);
    await transaction
      .insertInto('batches')
      .values({
        launch_id: key.launchID,
        number,
        state: 'planned',
        version: 0,
        attempts: 0,
        servers: apart.recoveryInstanceIDs.length,
        recovery_instance_ids: JSON.stringify(apart.recoveryInstanceIDs),
        not_before: batch.notBefore,
      })
      .execute();
    await transaction
      .updateTable('held_servers')
      .set({ number })
      .where('launch_id', '=', key.launchID)
      .where('number', '=', key.number)
      .where('recovery_instance_id', 'in', apart.recoveryInstanceIDs)
      .execute();
    write({
      dateTime: apart.dateTime,
      kind: 'batch-split',
      actor: HOMEWARD,
      target: key.target,
      launchID: key.launchID,
      batch: key.number,
      detail: { into: number, recoveryInstanceIDs: apart.recoveryInstanceIDs },
    });
    const made = await readBatch(transaction, split);
    if (apart.problem && made) {
      const { problem, dateTime } = apart;
      const move: Move = { transition: 'setAside', change: { problem }, dateTime };
      await applyMove(transaction, split, made, move, write);
    }
    return true;
  });
}

async function nextNumber(transaction: StoreTransaction, launchID: string): Promise<number> {
  const { last } = await transaction
    .selectFrom('batches')
    .select(({ fn }) => fn.max('number').as('last'))
    .where('launch_id', '=', launchID)
    .executeTakeFirstOrThrow();
  return last + 1;
}

async function setServers(
  transaction: StoreTransaction,
  { launchID, number }: BatchKey,
  ids: string[],
  version: number,
) {
  await transaction
    .updateTable('batches')
    .set({ servers: ids.length, recovery_instance_ids: JSON.stringify(ids), version })
    .where('launch_id', '=', launchID)
    .where('number', '=', number)
    .execute();
}

function columnsOf(change: BatchChange) {
  const columns = {
    attempts: change.attempts,
    not_before: change.notBefore,
    lease_owner: change.leaseOwner,
    lease_ms: change.leaseMilliseconds,
    sent_at: change.sentDateTime,
    first_sent_at: change.firstSentDateTime,
    answered_at: change.answeredDateTime,
    job_id: change.jobID,
    job: jsonOf(change.job),
    problem: jsonOf(change.problem),
  };
  return Object.fromEntries(Object.entries(columns).filter(([, value]) => value !== undefined));
}

const jsonOf = (value: unknown) =>
  value === undefined || value === null ? value : JSON.stringify(value);
