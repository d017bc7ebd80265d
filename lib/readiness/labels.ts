import type { Verdict } from '@/lib/contract/readiness';
import { lookUp } from './look-up';

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

export const launchStateLabel = (state = '') => (lookUp(LAUNCH_STATES, state) ?? state) || '–';
export const replicationLabel = (state = '') => (lookUp(REPLICATION_STATES, state) ?? state) || '–';
export const originLabel = (origin = '') => (lookUp(ORIGINS, origin) ?? origin) || '–';

export const VERDICT_LABELS: Record<Verdict, string> = {
  ready: 'Ready',
  caution: 'Ready with caution',
  blocked: 'Blocked',
  running: 'Running',
  done: 'Home',
};

/**
 * Why a server is not launched, in two or three words, by the rule that says so. They stand here and not in the table
 * of rules because the browser counts by them, and needs no rule for that.
 */
export const RULE_LABELS: Readonly<Record<string, string>> = {
  'running-job': 'already in a job',
  origin: 'came from AWS',
  'ec2-state': 'EC2 state',
  'failback-client': 'client not seen',
  'initiation-step': 'initiation stuck',
  'replication-error': 'replication error',
  'failback-state': 'not ready',
  'replication-state': 'replication',
  agent: 'agent not seen',
  lag: 'behind',
  drill: 'drill',
  reading: 'not read lately',
  clock: 'clock is off',
};
