import type { Fact } from './facts';
import type { Machine } from './machine';

/** How the launch of a server ends. The name of the server says so, so that a person can choose. */
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

/** A server that has run in AWS since its recovery; plain data. */
export interface RecoveryInstance {
  recoveryInstanceID: string;
  sourceServerID: string;
  /** The job that launches it; the instance does not exist before. */
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
