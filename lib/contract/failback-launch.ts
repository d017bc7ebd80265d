import { z } from 'zod';
import { instant, launchID, recoveryInstanceID, targetName } from './identifiers';
import { job, jobOutcome } from './job';
import { problem } from './problem';
import { readiness } from './readiness';
import { tags } from './tags';

/** DRS accepts 1 to 200 ids in one StartFailbackLaunch. Source: DRS API model, StartFailbackLaunchRequest. */
export const MAX_IDS_PER_CALL = 200;

/** POST /api/failback-launches and POST /api/failback-launches/preview */
export const failbackLaunchRequest = z.strictObject({
  target: targetName,
  recoveryInstanceIDs: z
    .array(recoveryInstanceID)
    .min(1, 'Select at least one recovery instance.')
    .max(
      MAX_IDS_PER_CALL,
      `One launch takes at most ${MAX_IDS_PER_CALL} recovery instances; split the selection.`,
    ),
  tags: tags.default({}),
  /** Servers whose readiness is "caution" are launched only when the caller says so. */
  acceptCaution: z.boolean().default(false),
});
export type FailbackLaunchRequest = z.infer<typeof failbackLaunchRequest>;

export const previewedServer = z.object({
  recoveryInstanceID,
  name: z.string(),
  lagDuration: z.string().optional(),
  failbackToOriginalServer: z.boolean().optional(),
  originEnvironment: z.string().optional(),
  readiness,
});
export type PreviewedServer = z.infer<typeof previewedServer>;

/** What a launch would do; nothing has been changed. */
export const failbackLaunchPreview = z.object({
  target: targetName,
  asOf: instant,
  /** Would be launched, widest lag first. */
  launchable: z.array(previewedServer),
  /** Would be launched only with acceptCaution. */
  caution: z.array(previewedServer),
  /** Would not be launched. */
  blocked: z.array(previewedServer),
  /** Each is one StartFailbackLaunch call and so one DRS job. */
  batches: z.array(
    z.object({ number: z.number().int(), recoveryInstanceIDs: z.array(z.string()) }),
  ),
  serversPerJob: z.number().int(),
  /** Why the launch as asked for would be refused; null when it would be accepted. */
  problem: problem.nullable(),
  /** The same call for a shell, for each batch. */
  commands: z.array(z.string()),
});
export type FailbackLaunchPreview = z.infer<typeof failbackLaunchPreview>;

export const batchState = z.enum([
  'planned',
  'sending',
  'accepted',
  'rejected',
  'unknown',
  'found',
  'parked',
]);
export type BatchState = z.infer<typeof batchState>;

export const batch = z.object({
  number: z.number().int(),
  state: batchState,
  recoveryInstanceIDs: z.array(z.string()),
  sentDateTime: instant.nullable(),
  answeredDateTime: instant.nullable(),
  jobID: z.string().nullable(),
  /** The DRS job, verbatim, as last read; null before there is one. */
  job: job.nullable(),
  outcome: jobOutcome.nullable(),
  problem: problem.nullable(),
});
export type Batch = z.infer<typeof batch>;

/** One request by one person to fail back a set of instances of one target. */
export const failbackLaunch = z.object({
  launchID,
  target: targetName,
  createdDateTime: instant,
  actor: z.string(),
  tags: z.record(z.string(), z.string()),
  batches: z.array(batch),
});
export type FailbackLaunch = z.infer<typeof failbackLaunch>;

/** GET /api/failback-launches, newest first. */
export const failbackLaunches = z.object({ launches: z.array(failbackLaunch) });
export type FailbackLaunches = z.infer<typeof failbackLaunches>;
