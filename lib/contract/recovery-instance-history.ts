import { z } from 'zod';
import { batchState } from './failback-launch';
import { instant } from './identifiers';
import { jobOutcome, serverOutcome } from './job';
import { problem } from './problem';
import { snapshotHeader } from './snapshot-header';

/** A launch from this console that asked for the server. */
export const pastLaunch = z.object({
  launchID: z.string(),
  createdDateTime: instant,
  actor: z.string(),
  /** The batch that the server is in. */
  batch: z.number().int(),
  state: batchState,
  jobID: z.string().nullable(),
  /** Why the batch was refused; null when it was not. */
  problem: problem.nullable(),
});
export type PastLaunch = z.infer<typeof pastLaunch>;

/** A DRS job that the server took part in, whoever started it. */
export const pastJob = z.object({
  jobID: z.string(),
  type: z.string().optional(),
  initiatedBy: z.string().optional(),
  status: z.string().optional(),
  creationDateTime: z.string().optional(),
  endDateTime: z.string().optional(),
  /** What became of the server in it, and of the job as a whole. */
  server: serverOutcome.pick({ outcome: true, sentence: true, rawError: true }),
  outcome: jobOutcome.shape.outcome,
});
export type PastJob = z.infer<typeof pastJob>;

/** GET /api/recovery-instances/{id}/history?target= : newest first. The header is that of the jobs. */
export const recoveryInstanceHistory = snapshotHeader.extend({
  launches: z.array(pastLaunch),
  /** Why launches are missing; null when none are. */
  launchesProblem: problem.nullable(),
  jobs: z.array(pastJob),
});
export type RecoveryInstanceHistory = z.infer<typeof recoveryInstanceHistory>;
