import type { LaunchOutcome } from '../world/recovery-instance';

export type InitiatedBy =
  'FAILBACK' | 'START_RECOVERY' | 'START_DRILL' | 'TERMINATE_RECOVERY_INSTANCES';

/** A server in a job. */
export interface Participant {
  sourceServerID: string;
  /** The instance that is failed back or terminated, or that a recovery will have launched. */
  recoveryInstanceID: string;
  launchOutcome: LaunchOutcome;
  /** When its failback client went silent, if it did. */
  clientLost?: number;
}

/** A job of DRS; plain data. How it goes is worked out in course.ts. */
export interface Job {
  jobID: string;
  initiatedBy: InitiatedBy;
  /** Milliseconds since the epoch, on the simulated clock. */
  created: number;
  participants: Participant[];
  tags: Record<string, string>;
  isDeleted?: true;
}
