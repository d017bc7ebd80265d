import { hashOf } from './history';
import type { Store } from './schema';

const PAGE = 1_000;

/** What a check of the whole chain found: how many lines it has, how it ends, and the first thing that is wrong. */
export interface HistoryVerdict {
  lines: number;
  hash: string;
  fault: string | null;
}

/** Reads the history from its first line to its last and checks every link, and that nothing is cut off its end. */
export async function verifyHistory(store: Store): Promise<HistoryVerdict> {
  let before = { sequence: 0, hash: '' };
  const verdict = (fault: string | null) => ({ lines: before.sequence, hash: before.hash, fault });
  // The head is read first: lines that are written meanwhile come after it.
  const head = await store.selectFrom('history_head').selectAll().executeTakeFirst();
  for (;;) {
    const rows = await store
      .selectFrom('history')
      .selectAll()
      .where('sequence', '>', before.sequence)
      .orderBy('sequence')
      .limit(PAGE)
      .execute();
    for (const row of rows) {
      const expected = before.sequence + 1;
      if (row.sequence !== expected) return verdict(`Line ${expected} is missing.`);
      if (row.previous_hash !== before.hash) {
        return verdict(`Line ${expected} does not continue the line before it.`);
      }
      if (row.hash !== hashOf(row)) return verdict(`Line ${expected} has been changed.`);
      if (row.sequence === head?.sequence && row.hash !== head.hash) {
        return verdict(`Line ${expected} is not the one that the chain ended with.`);
      }
      before = { sequence: row.sequence, hash: row.hash };
    }
    if (rows.length < PAGE) break;
  }
  const stray = await store
    .selectFrom('history')
    .select('sequence')
    .where('sequence', '<', 1)
    .executeTakeFirst();
  if (stray) return verdict(`Line ${stray.sequence} was put before the first.`);
  if (!head) return verdict('The end of the chain is not on record.');
  if (before.sequence < head.sequence) {
    return verdict(`Lines ${before.sequence + 1} to ${head.sequence} are missing.`);
  }
  return verdict(null);
}
