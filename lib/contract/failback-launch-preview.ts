import { z } from 'zod';
import { batchState } from './failback-launch';
import { instant, launchID, recoveryInstanceID, targetName } from './identifiers';
import { problem } from './problem';
import { readiness } from './readiness';

/** The batch of an earlier launch that has a server and whose end is open. */
const serverHolder = z.object({
  launchID,
  batch: z.number().int(),
  state: batchState,
  actor: z.string(),
  launchDateTime: instant,
});
export type ServerHolder = z.infer<typeof serverHolder>;

export const previewedServer = z.object({
  recoveryInstanceID,
  name: z.string(),
  lagDuration: z.string().optional(),
  failbackToOriginalServer: z.boolean().optional(),
  originEnvironment: z.string().optional(),
  readiness,
  /** What keeps a server that could be launched otherwise; see to that launch first. */
  heldBy: serverHolder.optional(),
  /** Set where DRS does not list the server any more; then nothing else is known of it. */
  isUnlisted: z.literal(true).optional(),
});
export type PreviewedServer = z.infer<typeof previewedServer>;

/** What a launch would do; nothing has been changed. */
export const failbackLaunchPreview = z.object({
  target: targetName,
  asOf: instant,
  /** Names the servers that would be launched and the readiness of each; send it with their launch. */
  selectionHash: z.string(),
  /** Would be launched, widest lag first. */
  launchable: z.array(previewedServer),
  /** Would be launched only with acceptCaution. */
  caution: z.array(previewedServer),
  /** Would not be launched. */
  blocked: z.array(previewedServer),
  /** Each is one StartFailbackLaunch call and so one DRS job, in the order in which they are sent. */
  batches: z.array(
    z.object({ number: z.number().int(), recoveryInstanceIDs: z.array(z.string()) }),
  ),
  /** How many of the batches would be sent at once; the others wait for their turn. */
  batchesAtOnce: z.number().int(),
  /** The limits the plan keeps to. */
  quotas: z.object({
    serversPerJob: z.number().int(),
    jobsAtOnce: z.number().int(),
    serversInAllJobs: z.number().int(),
  }),
  /** What is taken of them now, by whomever. */
  inUse: z.object({ jobs: z.number().int(), servers: z.number().int() }),
  serversPerJob: z.number().int(),
  /** What the caller gives up with this request, in sentences; such as the tag of `withoutTags`. */
  warnings: z.array(z.string()),
  /** Why the launch as asked for would be refused; null when it would be accepted. */
  problem: problem.nullable(),
  /** The same call for a shell, for each batch. */
  commands: z.array(z.string()),
});
export type FailbackLaunchPreview = z.infer<typeof failbackLaunchPreview>;
