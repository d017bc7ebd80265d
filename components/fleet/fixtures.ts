import type { FleetRow } from '@/lib/contract/fleet';
import type { Problem } from '@/lib/contract/problem';

/** A ready server for tests, with the given changes. */
export const fleetRow = (change: Partial<FleetRow> = {}): FleetRow => ({
  target: 'production',
  recoveryInstanceID: 'i-0a41f7c2d9e8b3a16',
  hostname: 'erp-db-01',
  fqdn: 'erp-db-01.corp.example',
  ips: ['10.20.0.4'],
  os: 'Ubuntu 22.04.5 LTS',
  verdict: 'ready',
  rule: 'ready',
  sentence: 'Replication is up to date.',
  remedy: '',
  failbackState: 'FAILBACK_READY_FOR_LAUNCH',
  replicationState: 'CONTINUOUS',
  replicationError: '',
  originEnvironment: 'ON_PREMISES',
  ec2InstanceState: 'RUNNING',
  isDrill: false,
  lagSeconds: 0,
  backlogBytes: 0,
  etaSeconds: null,
  unseenSeconds: 3,
  tags: {},
  ...change,
});

/** A problem of a target for tests. */
export const problem = (): Problem => ({
  type: 'about:blank',
  title: 'DRS is throttling',
  status: 429,
  detail: 'Wait a moment.',
  code: 'drs-throttling',
});
