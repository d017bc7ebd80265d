import { z } from 'zod';
import { snapshotHeader } from './recovery-instance';

const openEnum = z.string();

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

/** A DRS job, verbatim. */
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
    })
    .optional(),
});
export type JobLogItem = z.infer<typeof jobLogItem>;

/** What became of one server of a job, and the stretches of time its lane is drawn from. */
export const serverOutcome = z.object({
  sourceServerID: z.string().optional(),
  recoveryInstanceID: z.string().optional(),
  outcome: z.enum([
    'running',
    'launched',
    'terminated',
    'failed',
    'skipped',
    'cancelled',
    'unknown',
  ]),
  /** In words: "Converting", "Conversion failed", "Launch status NEW_VALUE is not known to Homeward". */
  sentence: z.string(),
  /** The rawError of DRS, where there is one. */
  rawError: z.string().optional(),
  phases: z.array(
    z.object({
      phase: z.enum(['requested', 'converting', 'rebooting', 'home', 'failed', 'unknown']),
      from: z.string(),
      /** Absent while the phase goes on. */
      to: z.string().optional(),
    }),
  ),
});
export type ServerOutcome = z.infer<typeof serverOutcome>;

/** The verdict on a job, derived from launch statuses and log together, never from COMPLETED alone. */
export const jobOutcome = z.object({
  outcome: z.enum(['running', 'succeeded', 'partly-failed', 'failed', 'unknown']),
  /** Such as "Completed: 41 launched, 2 failed in conversion, 1 skipped." */
  sentence: z.string(),
  servers: z.array(serverOutcome),
});
export type JobOutcome = z.infer<typeof jobOutcome>;

/** A job in the list: judged by its launch statuses, without its log. */
export const judgedJob = job.extend({ outcome: jobOutcome.omit({ servers: true }) });
export type JudgedJob = z.infer<typeof judgedJob>;

/** GET /api/jobs?target= */
export const jobsSnapshot = snapshotHeader.extend({ jobs: z.array(judgedJob) });
export type JobsSnapshot = z.infer<typeof jobsSnapshot>;

/** GET /api/jobs/{jobID}?target= */
export const jobAnswer = snapshotHeader.extend({
  job,
  outcome: jobOutcome,
  /** Hostnames of the participating servers by source server id, where the fleet knows them. */
  names: z.record(z.string(), z.string()),
});
export type JobAnswer = z.infer<typeof jobAnswer>;

/** GET /api/jobs/{jobID}/log?target= : every line, oldest first. */
export const jobLogAnswer = snapshotHeader.extend({
  jobID: z.string(),
  items: z.array(jobLogItem),
});
export type JobLogAnswer = z.infer<typeof jobLogAnswer>;
