import { z } from 'zod';
import { instant } from './identifiers';

export const historyKind = z.enum([
  'launch-created',
  'launch-paused',
  'launch-resumed',
  'batch-moved',
  'batch-split',
  'call',
]);
export type HistoryKind = z.infer<typeof historyKind>;

/** One line of the record. Lines are added and never changed; each carries the hash of the one before. */
export const historyEntry = z.object({
  sequence: z.number().int(),
  dateTime: instant,
  kind: historyKind,
  /** The person, or "Homeward" for what it does by itself. */
  actor: z.string(),
  target: z.string(),
  launchID: z.string(),
  batch: z.number().int().nullable(),
  /** The facts of this kind of line, such as `from` and `to`, or `requestID`, `status` and `durationMilliseconds`. */
  detail: z.record(z.string(), z.unknown()),
  previousHash: z.string(),
  hash: z.string(),
});
export type HistoryEntry = z.infer<typeof historyEntry>;

/** GET /api/failback-launches/{launchID}/history, oldest first and complete. */
export const launchHistory = z.object({ entries: z.array(historyEntry) });
export type LaunchHistory = z.infer<typeof launchHistory>;
