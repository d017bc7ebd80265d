import { z } from 'zod';

/** One account and Region that Homeward watches. */
export const target = z.object({
  name: z.string(),
  region: z.string(),
  /** True when DRS is the simulator that ships with Homeward. */
  simulated: z.boolean(),
  /** Where the simulator is steered; only where it is one. */
  simulatorPanel: z.url().optional(),
  serversPerJob: z.number().int(),
});

export type Target = z.infer<typeof target>;

/** GET /api/targets */
export const targets = z.object({ targets: z.array(target).min(1) });
export type Targets = z.infer<typeof targets>;
