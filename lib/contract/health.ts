import { z } from 'zod';

/** GET /api/health/ready: 200 when a launch could be made, 503 otherwise. */
export const readyHealth = z.object({
  ready: z.boolean(),
  store: z.object({ ok: z.boolean(), detail: z.string().optional() }),
  targets: z.array(
    z.object({
      name: z.string(),
      asOf: z.string().nullable(),
      error: z.string().nullable(),
    }),
  ),
});
export type ReadyHealth = z.infer<typeof readyHealth>;
