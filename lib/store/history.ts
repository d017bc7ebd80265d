import { createHash } from 'node:crypto';
import { checkpoint } from '@/lib/checkpoints';
import type { HistoryEntry, HistoryKind } from '@/lib/contract/history';
import type { HistoryRow, Store, StoreTransaction } from './schema';

/** A line of the record as the one who writes it gives it. */
export interface HistoryLine {
  dateTime: string;
  kind: HistoryKind;
  actor: string;
  target: string;
  launchID: string;
  batch: number | null;
  detail: Record<string, unknown>;
}

/** The actor of what Homeward does by itself; what a person does is written under their name. */
export const HOMEWARD = 'Homeward';

/**
 * Does work in one transaction and writes what it did into the history of the same transaction: there is neither
 * one without the other. The end of the chain is locked first, so such transactions go one after the other, in
 * this process and in all others, and what the work reads cannot change before it is committed.
 */
export async function withHistory<Result>(
  store: Store,
  work: (transaction: StoreTransaction, write: (line: HistoryLine) => void) => Promise<Result>,
): Promise<Result> {
  return store.transaction().execute(async (transaction) => {
    const head = await transaction
      .updateTable('history_head')
      .set(({ ref }) => ({ sequence: ref('sequence') }))
      .where('id', '=', 1)
      .returning(['sequence', 'hash'])
      .executeTakeFirstOrThrow();
    const rows: HistoryRow[] = [];
    const result = await work(transaction, (line) => {
      rows.push(chain(line, rows.at(-1) ?? head));
    });
    await append(transaction, rows);
    return result;
  });
}

async function append(transaction: StoreTransaction, rows: HistoryRow[]) {
  const last = rows.at(-1);
  if (!last) return;
  for (const row of rows) await transaction.insertInto('history').values(row).execute();
  checkpoint('during-history-append');
  await transaction
    .updateTable('history_head')
    .set({ sequence: last.sequence, hash: last.hash })
    .where('id', '=', 1)
    .execute();
}

function chain(line: HistoryLine, before: { sequence: number; hash: string }): HistoryRow {
  const row = {
    sequence: before.sequence + 1,
    time: line.dateTime,
    kind: line.kind,
    actor: line.actor,
    target: line.target,
    launch_id: line.launchID,
    batch: line.batch,
    detail: JSON.stringify(line.detail),
    previous_hash: before.hash,
  };
  return { ...row, hash: hashOf(row) };
}

/** SHA-256 over every column of a row and so, through the hash of the row before, over all that came before. */
export function hashOf(row: Omit<HistoryRow, 'hash'>): string {
  const { sequence, time, kind, actor, target, launch_id, batch, detail, previous_hash } = row;
  const facts = [previous_hash, sequence, time, kind, actor, target, launch_id, batch, detail];
  return createHash('sha256').update(JSON.stringify(facts)).digest('hex');
}

/** Everything on record about one launch, oldest first. */
export async function historyOf(store: Store, launchID: string): Promise<HistoryEntry[]> {
  const rows = await store
    .selectFrom('history')
    .selectAll()
    .where('launch_id', '=', launchID)
    .orderBy('sequence')
    .execute();
  return rows.map((row) => ({
    sequence: row.sequence,
    dateTime: row.time,
    kind: row.kind as HistoryKind,
    actor: row.actor,
    target: row.target,
    launchID: row.launch_id,
    batch: row.batch,
    detail: JSON.parse(row.detail) as Record<string, unknown>,
    previousHash: row.previous_hash,
    hash: row.hash,
  }));
}
