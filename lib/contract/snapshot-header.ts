import { z } from 'zod';
import { problem } from './problem';

/** What every answer made from a poll of DRS carries: whose truth it is, how old, and what went wrong since. */
export const snapshotHeader = z.object({
  target: z.string(),
  /** When DRS was last read successfully; null before the first success. */
  asOf: z.string().nullable(),
  /** Grows with every change of the answer: of two answers the one with the larger sequence is newer. */
  sequence: z.number().int(),
  /** Why the latest read failed; null when it succeeded. */
  problem: problem.nullable(),
  /** When DRS is asked again after a failure; null when the latest read succeeded. */
  retryAt: z.string().nullable(),
  /** Seconds between two reads while somebody looks; null when there is nothing more to read. */
  intervalSeconds: z.number().nullable(),
});
export type SnapshotHeader = z.infer<typeof snapshotHeader>;
