export {
  VERDICT_LABELS,
  launchStateLabel,
  originLabel,
  replicationLabel,
} from '@/lib/readiness/labels';

/** Why a server is not launched, in two or three words, by the rule that says so. */
export const RULE_LABELS: Record<string, string> = {
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
};
