import { z } from 'zod';
import { BATCH_STATE_NAMES, type BatchState } from './batch-states';
import { instant, launchID, recoveryInstanceID, targetName } from './identifiers';
import { job, jobOutcome } from './job';
import { problem } from './problem';
import { snapshotHeader } from './snapshot-header';
import { tags } from './tags';

/** The ids that one request may name; they are planned into as many DRS jobs as they need. */
export const MAX_IDS_PER_LAUNCH = 10_000;

/** POST /api/failback-launches and POST /api/failback-launches/preview */
export const failbackLaunchRequest = z
  .strictObject({
    target: targetName,
    recoveryInstanceIDs: z
      .array(recoveryInstanceID)
      .min(1, 'Select at least one recovery instance.')
      .max(
        MAX_IDS_PER_LAUNCH,
        'One launch takes at most 10,000 recovery instances; split the selection.',
      ),
    tags: tags.default({}),
    /** Servers whose readiness is "caution" are launched only when the caller says so. */
    acceptCaution: z.boolean().default(false),
    /**
     * The `selectionHash` of the preview that the caller saw. When the selection or the readiness of a server
     * has changed since, the launch is refused with the code "preview-changed". Absent: nothing is compared.
     */
    selectionHash: z.string().max(100_000).optional(),
    /**
     * Send the jobs without any tag, for an account that forbids tags on jobs. A lost answer can then be matched
     * by the servers of a job only. `tags` must be empty.
     */
    withoutTags: z.boolean().default(false),
  })
  .refine(({ withoutTags, tags: given }) => !withoutTags || Object.keys(given).length === 0, {
    error: 'A launch without tags cannot carry tags of yours; leave them out.',
    path: ['tags'],
  });
export type FailbackLaunchRequest = z.infer<typeof failbackLaunchRequest>;

/** What each state means is told beside it, in batch-states.ts. */
export const batchState = z.enum(BATCH_STATE_NAMES);
export type { BatchState };

/** Why a planned batch has not been sent yet. */
export const waiting = z.object({
  /** Its place among the waiting batches of its target; 1 is next. */
  position: z.number().int(),
  reason: z.enum(['turn', 'jobs', 'servers', 'throttled', 'quota', 'paused']),
  /** The same for people, such as "All 20 jobs that DRS allows at once are taken; 12 of them by others." */
  sentence: z.string(),
  /** It is not tried again before this instant. */
  notBefore: instant.nullable(),
});

/** What was looked for after a lost answer, and what was seen: the grounds on which a person decides. */
export const evidence = z.object({
  /** Nothing of the batch can have reached DRS before this instant. */
  sentDateTime: instant,
  /** The `homeward:launch` tag that was looked for; null when the job was asked for without tags. */
  tag: z.string().nullable(),
  /** Jobs created since were read. */
  jobsSince: instant,
  looks: z.number().int(),
  lastLookDateTime: instant,
  /** How many jobs the last look saw. */
  jobsSeen: z.number().int(),
  /** Jobs that hold some of the servers and are not taken for this batch's own, each with why not. */
  otherJobs: z.array(z.object({ jobID: z.string(), reason: z.string() })),
  /** What DRS gives as the last job of the servers (`failbackJobID`), where the look saw them. */
  failbackJobIDs: z.array(z.string()),
});

export type Evidence = z.infer<typeof evidence>;

export const batch = z.object({
  number: z.number().int(),
  state: batchState,
  /** Grows with every change of state; say it again to send a parked batch again or to dismiss it. */
  version: z.number().int(),
  /** How many times it was sent; more than once only after a throttle, a quota or a person's decision. */
  attempts: z.number().int(),
  recoveryInstanceIDs: z.array(z.string()),
  sentDateTime: instant.nullable(),
  answeredDateTime: instant.nullable(),
  jobID: z.string().nullable(),
  /** The DRS job, verbatim, as last read; null before there is one. */
  job: job.nullable(),
  outcome: jobOutcome.nullable(),
  problem: problem.nullable(),
  /** Only while planned. */
  waiting: waiting.nullable(),
  /** After a lost answer. */
  evidence: evidence.nullable(),
});
export type Batch = z.infer<typeof batch>;

/** The verdict on a launch, counted over the servers of all its batches. */
const launchOutcome = z.object({
  /** "succeeded" only when every server is home; "unknown" as long as one is in doubt and none is under way. */
  outcome: jobOutcome.shape.outcome,
  /** The same for people, such as "41 of 45 home, 2 failed, 2 still running." */
  sentence: z.string(),
});
export type LaunchOutcome = z.infer<typeof launchOutcome>;

/** How the jobs of a target were last read; and, of a launch with its logs, why one of those could not be. */
export const jobsReading = snapshotHeader.omit({ sequence: true });
export type JobsReading = z.infer<typeof jobsReading>;

/** One request by one person to fail back a set of instances of one target. */
export const failbackLaunch = z.object({
  launchID,
  target: targetName,
  createdDateTime: instant,
  actor: z.string(),
  tags: z.record(z.string(), z.string()),
  withoutTags: z.boolean(),
  /** Who stopped the sending of its planned batches, and when; null while they are sent. */
  paused: z
    .object({
      actor: z.string(),
      dateTime: instant,
      /** Homeward was not running from then on, and paused it itself: too late to send what waits unasked. */
      unattendedSince: instant.optional(),
    })
    .nullable(),
  outcome: launchOutcome,
  batches: z.array(batch),
  /** How old what it says of jobs is; null when none of its batches has a job or waits for jobs to end. */
  reading: jobsReading.nullable(),
});
export type FailbackLaunch = z.infer<typeof failbackLaunch>;

/** GET /api/failback-launches, newest first. */
export const failbackLaunches = z.object({
  launches: z.array(failbackLaunch),
  /** Give it as ?cursor= for the launches that come after these; null when these were the last. */
  nextCursor: z.string().nullable(),
});
export type FailbackLaunches = z.infer<typeof failbackLaunches>;

/** The query of GET /api/failback-launches; every filter that is given must hold. */
export const failbackLaunchesQuery = z.strictObject({
  target: targetName.optional(),
  /** Launches with a batch in one of these states; several are separated by commas. */
  state: z
    .string()
    .transform((text) => text.split(','))
    .pipe(z.array(batchState))
    .optional(),
  actor: z.string().min(1).max(256).optional(),
  /** Launches made at or after, and before, these instants (ISO 8601). */
  from: z.iso.datetime({ offset: true }).optional(),
  to: z.iso.datetime({ offset: true }).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
  cursor: z.string().max(200).optional(),
});
export type FailbackLaunchesQuery = z.infer<typeof failbackLaunchesQuery>;
