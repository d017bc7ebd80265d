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
      /** Why the latest read failed, or nothing is launched in it; null when there is no such reason. */
      problem: problem.nullable(),
    }),
  ),
  /** Launches whose end is open and whose target is not in the settings any more, and how to go on. */
  orphans: z.array(
    z.object({ target: z.string(), launchIDs: z.array(z.string()), detail: z.string() }),
  ),
});
export type ReadyHealth = z.infer<typeof readyHealth>;
