import type { Fact } from './facts';
import type { Machine } from './machine';

/** What becomes of a server when it is launched. Its name says it, so that a person can choose. */
export type LaunchOutcome = 'launched' | 'fails-conversion' | 'fails-launch' | 'skipped';

/** Where a server of AWS came from and goes home to. */
export interface Origin {
  accountID: string;
  region: string;
  availabilityZone: string;
}

export interface FailbackReplicationConfiguration {
  name: string;
  bandwidthThrottling: number;
  usePrivateIP: boolean;
  internetProtocol: string;
}

/** A server that runs in AWS since it was recovered; plain data. */
export interface RecoveryInstance {
  recoveryInstanceID: string;
  sourceServerID: string;
  /** The job that launched it; until that job has launched it, it is not there. */
  jobID: string;
  machine: Machine;
  /** Absent: it came from the premises. */
  origin?: Origin;
  isDrill: boolean;
  launchOutcome: LaunchOutcome;
  tags: Record<string, string>;
  configuration: FailbackReplicationConfiguration;
  facts: Fact[];
}
