import { z } from 'zod';
import { FAULT_KINDS, type FaultKind } from './fault-kinds';

const kinds = Object.keys(FAULT_KINDS) as [FaultKind, ...FaultKind[]];

/** A fault as a person writes it, in a scenario or on the control path. */
export const faultInput = z.strictObject({
  kind: z.enum(kinds),
  /** The operation it strikes, or "*" for all. */
  operation: z.string().regex(/^(\*|[A-Z][A-Za-z]+)$/, 'is not the name of an operation, nor "*"'),
  /** How many times it strikes; absent: until it is taken away. */
  count: z.int().min(1).optional(),
  /** The share of the calls that it strikes; absent: all. */
  probability: z.number().min(0).max(1).optional(),
  /** Seconds of the rehearsal after which it is over; absent: it stays. */
  seconds: z.number().positive().optional(),
  /** Only calls with this access key, or to this Region. */
  accessKeyID: z.string().optional(),
  region: z.string().optional(),
  /** How late a slow answer comes, or how long a job is hidden. */
  milliseconds: z.number().min(0).max(600_000).optional(),
  retryAfterSeconds: z.int().min(0).optional(),
});
export type FaultInput = z.infer<typeof faultInput>;
