import { z } from 'zod';
import { recoveryInstanceID, targetName } from './identifiers';
import { tags } from './tags';

// POST /api/failback-launches/{launchID}/pause, /resume and /cancel take no body and answer with the launch.

const version = z.int({ error: 'Say the version of the batch that you saw.' }).min(0);

/** POST /api/failback-launches/{launchID}/batches/{number}/resend: a parked batch is sent once more. */
export const resendRequest = z.strictObject({
  confirm: z.literal('resend', { error: 'Sending again must be confirmed with "resend".' }),
  version,
});
export type ResendRequest = z.infer<typeof resendRequest>;

/** POST /api/failback-launches/{launchID}/batches/{number}/dismiss: a parked batch is not needed. */
export const dismissRequest = z.strictObject({
  confirm: z.literal('not-needed', { error: 'Dismissing must be confirmed with "not-needed".' }),
  version,
  note: z.string().max(1_000).default(''),
});
export type DismissRequest = z.infer<typeof dismissRequest>;

/** GET /api/failback-launches/{launchID}/relaunch-selection: the servers that this launch did not bring home. */
export const relaunchSelection = z.object({
  target: targetName,
  recoveryInstanceIDs: z.array(recoveryInstanceID),
  tags,
  /** Servers of the launch that are left out, each with why. */
  leftOut: z.array(z.object({ recoveryInstanceID, reason: z.string() })),
});
export type RelaunchSelection = z.infer<typeof relaunchSelection>;
