import { z } from 'zod';
import { openEnum } from './open-enum';
import { problem } from './problem';
import { snapshotHeader } from './snapshot-header';

const launchActionRun = z.object({
  action: z
    .object({
      actionId: z.string().optional(),
      actionCode: z.string().optional(),
      name: z.string().optional(),
      type: openEnum.optional(),
      order: z.number().optional(),
      optional: z.boolean().optional(),
      active: z.boolean().optional(),
      category: openEnum.optional(),
      description: z.string().optional(),
    })
    .optional(),
  runId: z.string().optional(),
  status: openEnum.optional(),
  failureReason: z.string().optional(),
});

export const participatingServer = z.object({
  sourceServerID: z.string().optional(),
  recoveryInstanceID: z.string().optional(),
  launchStatus: openEnum.optional(),
  launchActionsStatus: z
    .object({
      ssmAgentDiscoveryDatetime: z.string().optional(),
      runs: z.array(launchActionRun).optional(),
    })
    .optional(),
});
export type ParticipatingServer = z.infer<typeof participatingServer>;

/** A DRS job, verbatim but for `unlistedSince`. */
export const job = z.object({
  jobID: z.string(),
  arn: z.string().optional(),
  type: openEnum.optional(),
  initiatedBy: openEnum.optional(),
  status: openEnum.optional(),
  creationDateTime: z.string().optional(),
  endDateTime: z.string().optional(),
  participatingServers: z.array(participatingServer).optional(),
  participatingResources: z
    .array(
      z.object({
        launchStatus: openEnum.optional(),
        participatingResourceID: z.object({ sourceNetworkID: z.string().optional() }).optional(),
      }),
    )
    .optional(),
  tags: z.record(z.string(), z.string()).optional(),
  /** Ours: since when DRS lists the job no more, although it had not ended. Absent otherwise. */
  unlistedSince: z.string().optional(),
});
export type Job = z.infer<typeof job>;

/** One line of a job's log, verbatim. */
export const jobLogItem = z.object({
  logDateTime: z.string().optional(),
  event: openEnum.optional(),
  eventData: z
    .object({
      sourceServerID: z.string().optional(),
      conversionServerID: z.string().optional(),
      targetInstanceID: z.string().optional(),
      rawError: z.string().optional(),
      eventResourceData: z
        .object({
          sourceNetworkData: z
            .object({
              sourceNetworkID: z.string().optional(),
              sourceVpc: z.string().optional(),
              targetVpc: z.string().optional(),
              stackName: z.string().optional(),
            })
            .optional(),
        })
        .optional(),
    })
    .optional(),
});
export type JobLogItem = z.infer<typeof jobLogItem>;

const participantOutcome = z.enum([
  'running',
  'launched',
  'terminated',
  'failed',
  'skipped',
  'cancelled',
  'unknown',
]);

/**
 * What DRS says became of somebody whose outcome is unknown only because the log, which decides, has not been read to
 * where the job stands.
 */
const unconfirmed = z.enum(['launched', 'terminated']).optional();

/** What DRS documents to do about a failure, and the page that says so. */
export const remedy = z.object({ sentence: z.string(), source: z.string() });
export type Remedy = z.infer<typeof remedy>;

/** What a server does for a stretch of time. `home` is its goal: in a terminate job, that it is gone. */
export const phase = z.enum([
  'requested',
  'snapshotting',
  'converting',
  'rebooting',
  'cleaning-up',
  'home',
  'failed',
  'skipped',
  'cancelled',
  'unknown',
]);
export type Phase = z.infer<typeof phase>;

/** What became of one server of a job, and the stretches of time its lane is drawn from. */
export const serverOutcome = z.object({
  sourceServerID: z.string().optional(),
  recoveryInstanceID: z.string().optional(),
  outcome: participantOutcome,
  unconfirmed,
  /** In words: "Converting", "Conversion failed", "Launch status NEW_VALUE is not known to Homeward". */
  sentence: z.string(),
  /** The rawError of DRS, where there is one. */
  rawError: z.string().optional(),
  remedy: remedy.optional(),
  /** Where a failed server failed. */
  failedIn: z
    .enum([
      'launch template',
      'snapshot',
      'conversion',
      'launch',
      'clean-up',
      'network',
      'unknown stage',
    ])
    .optional(),
  phases: z.array(
    z.object({
      phase,
      from: z.string(),
      /** Absent while the phase goes on. */
      to: z.string().optional(),
    }),
  ),
});
export type ServerOutcome = z.infer<typeof serverOutcome>;

/** What became of one source network of a job. */
export const networkOutcome = z.object({
  sourceNetworkID: z.string().optional(),
  outcome: participantOutcome,
  unconfirmed,
  sentence: z.string(),
  rawError: z.string().optional(),
});
export type NetworkOutcome = z.infer<typeof networkOutcome>;

/** The verdict on a job, derived from launch statuses and log together, never from COMPLETED alone. */
export const jobOutcome = z.object({
  outcome: z.enum(['running', 'succeeded', 'partly-failed', 'failed', 'cancelled', 'unknown']),
  /** Such as "Completed: 41 launched, 2 failed in conversion, 1 skipped." */
  sentence: z.string(),
  /** Whether the log was read to where the job stands. An ended job has not succeeded without it. */
  isLogRead: z.boolean(),
  servers: z.array(serverOutcome),
  networks: z.array(networkOutcome),
});
export type JobOutcome = z.infer<typeof jobOutcome>;

/** How long something took before: in seconds, over `count` times. */
export const spread = z.object({
  count: z.number().int(),
  medianSeconds: z.number(),
  longestSeconds: z.number(),
});
export type Spread = z.infer<typeof spread>;

/** What the finished jobs of a target lead to expect of another one like them. */
export const expectation = z.object({
  /** Over whole jobs; null without any. */
  job: spread.nullable(),
  /** Over servers, for the phases that have ever been completed. */
  phases: z.array(spread.extend({ phase })),
});
export type Expectation = z.infer<typeof expectation>;

/** A job in the list: judged with its log when that has been read before, which is not done for the list. */
export const judgedJob = job.extend({
  outcome: jobOutcome.pick({ outcome: true, sentence: true, isLogRead: true }),
});
export type JudgedJob = z.infer<typeof judgedJob>;

/** GET /api/jobs?target= */
export const jobsSnapshot = snapshotHeader.extend({ jobs: z.array(judgedJob) });
export type JobsSnapshot = z.infer<typeof jobsSnapshot>;

/** GET /api/jobs/{jobID}?target= */
export const jobAnswer = snapshotHeader.extend({
  job,
  outcome: jobOutcome,
  /** Why the log could not be read anew; null when it could. */
  logProblem: problem.nullable(),
  /** Hostnames of the participating servers by source server id, where the fleet knows them. */
  names: z.record(z.string(), z.string()),
  /** While the job runs: what the latest finished jobs of its kind lead to expect. Null once it has ended. */
  expectation: expectation.nullable(),
});
export type JobAnswer = z.infer<typeof jobAnswer>;

/** GET /api/jobs/{jobID}/log?target= : every line, oldest first. */
export const jobLogAnswer = snapshotHeader.extend({
  jobID: z.string(),
  items: z.array(jobLogItem),
});
export type JobLogAnswer = z.infer<typeof jobLogAnswer>;
