import { z } from 'zod';
import { problem } from './problem';

/** GET /api/health/ready: 200 when a launch could be made for at least one target, 503 otherwise. */
export const readyHealth = z.object({
  ready: z.boolean(),
  store: z.object({ ok: z.boolean(), detail: z.string().optional() }),
  targets: z.array(
    z.object({
      name: z.string(),
      asOf: z.string().nullable(),
      /** Why the latest read failed; null when it succeeded. */
      problem: problem.nullable(),
    }),
  ),
});
export type ReadyHealth = z.infer<typeof readyHealth>;
