import type { Verdict } from '@/lib/contract/readiness';

// What the AWS console calls the values of the API; a value it has no name for is shown as it is.
// https://docs.aws.amazon.com/drs/latest/userguide/monitoring-recovery-instances.html

const LAUNCH_STATES: Record<string, string> = {
  FAILBACK_NOT_STARTED: 'Not started',
  FAILBACK_IN_PROGRESS: 'Synchronizing',
  FAILBACK_READY_FOR_LAUNCH: 'Ready',
  FAILBACK_COMPLETED: 'Completed',
  FAILBACK_ERROR: 'Error',
  FAILBACK_NOT_READY_FOR_LAUNCH: 'Not ready',
  FAILBACK_LAUNCH_STATE_NOT_AVAILABLE: 'Not available',
};

const REPLICATION_STATES: Record<string, string> = {
  NOT_STARTED: 'Not started',
  INITIATING: 'Initiating',
  INITIAL_SYNC: 'Initial sync',
  CREATING_SNAPSHOT: 'Creating snapshot',
  RESCAN: 'Rescanning',
  CONTINUOUS: 'Healthy',
  BACKLOG: 'Lag',
  PAUSED: 'Paused',
  STALLED: 'Stalled',
  STOPPED: 'Stopped',
  DISCONNECTED: 'Disconnected',
  REPLICATION_STATE_NOT_AVAILABLE: 'Not available',
};

const ORIGINS: Record<string, string> = { ON_PREMISES: 'On-premises', AWS: 'AWS' };

export const launchStateLabel = (state = '') => (LAUNCH_STATES[state] ?? state) || '–';
export const replicationLabel = (state = '') => (REPLICATION_STATES[state] ?? state) || '–';
export const originLabel = (origin = '') => (ORIGINS[origin] ?? origin) || '–';

export const VERDICT_LABELS: Record<Verdict, string> = {
  ready: 'Ready',
  caution: 'Ready with caution',
  blocked: 'Blocked',
  running: 'Running',
  done: 'Home',
};

/** Why a server is not launched, in two or three words, by the rule that says so. */
export const RULE_LABELS: Record<string, string> = {
  'running-job': 'already in a job',
  origin: 'came from AWS',
  'failback-state': 'not ready',
  'replication-state': 'replication',
  'replication-error': 'replication error',
  'failback-client': 'client not seen',
  lag: 'behind',
  'ec2-state': 'EC2 state',
  drill: 'drill',
};
