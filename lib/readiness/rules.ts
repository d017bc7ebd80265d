import { formatUTC } from '@/lib/format';
import { judgeAgent } from './rules/agent';
import { describeClock, judgeClock } from './rules/clock';
import { describeDrill, judgeDrill } from './rules/drill';
import { judgeEC2State } from './rules/ec2-state';
import { judgeClient } from './rules/failback-client';
import { judgeFailbackState } from './rules/failback-states';
import { describeInitiation, judgeInitiation } from './rules/initiation';
import { launchStateLabel, originLabel, replicationLabel } from './labels';
import { describeLag, judgeLag } from './rules/lag';
import { describeSeen } from './rules/last-seen';
import { judgeOrigin } from './rules/origin';
import { judgeReading, olderReading } from './rules/reading';
import { judgeReplicationError } from './rules/replication-errors';
import { judgeReplicationState } from './rules/replication-states';
import type { Rule } from './rule';
import { describeRunningJob, judgeRunningJob } from './rules/running-job';
import { API_REFERENCE, QUOTAS, USER_GUIDE } from './sources';

/**
 * Every rule of readiness. Each speaks for itself and evaluate.ts lets the gravest decide; among equals the
 * first in this table gives the sentence, so what is more particular stands before what is more general.
 */
export const RULES: readonly Rule[] = [
  {
    id: 'running-job',
    title: 'Running job',
    looksAt: 'jobs that have not ended',
    source: QUOTAS,
    fact: describeRunningJob,
    asOf: ({ jobsAsOf }) => jobsAsOf,
    judge: judgeRunningJob,
  },
  {
    id: 'origin',
    title: 'Origin',
    looksAt: 'originEnvironment',
    source: `${USER_GUIDE}/failback-failover-region-region.html`,
    fact: ({ originEnvironment }) =>
      labelAndValue(originLabel(originEnvironment), originEnvironment),
    judge: judgeOrigin,
  },
  {
    id: 'ec2-state',
    title: 'EC2 instance',
    looksAt: 'ec2InstanceState',
    source: `${API_REFERENCE}/API_RecoveryInstance.html`,
    fact: ({ ec2State }) => ec2State ?? 'DRS does not say',
    judge: judgeEC2State,
  },
  {
    id: 'failback-client',
    title: 'Failback client',
    looksAt: 'failback.failbackClientLastSeenByServiceDateTime',
    source: `${USER_GUIDE}/failback-client-errors.html`,
    fact: ({ clientSeen, now }) => describeSeen(clientSeen, now),
    asOf: ({ clientSeen }) => clientSeen,
    judge: judgeClient,
  },
  {
    id: 'initiation-step',
    title: 'Initiation steps',
    looksAt: 'dataReplicationInfo.dataReplicationInitiation.steps',
    source: `${USER_GUIDE}/failback-performing.html`,
    fact: describeInitiation,
    judge: judgeInitiation,
  },
  {
    id: 'replication-error',
    title: 'Replication error',
    looksAt: 'dataReplicationInfo.dataReplicationError',
    source: `${USER_GUIDE}/common-replication-errors.html`,
    fact: ({ replicationError }) => replicationError ?? 'DRS reports none',
    judge: judgeReplicationError,
  },
  {
    id: 'agent',
    title: 'Replication agent',
    looksAt: 'failback.agentLastSeenByServiceDateTime',
    source: `${USER_GUIDE}/common-replication-errors.html#common-agent-not-seen`,
    fact: ({ agentSeen, now }) => describeSeen(agentSeen, now),
    asOf: ({ agentSeen }) => agentSeen,
    judge: judgeAgent,
  },
  {
    id: 'replication-state',
    title: 'Replication',
    looksAt: 'dataReplicationInfo.dataReplicationState',
    source: `${USER_GUIDE}/monitoring-recovery-instances.html`,
    fact: ({ replicationState }) =>
      labelAndValue(replicationLabel(replicationState), replicationState),
    judge: judgeReplicationState,
  },
  {
    id: 'failback-state',
    title: 'Launch state',
    looksAt: 'failback.state',
    source: `${USER_GUIDE}/monitoring-recovery-instances.html`,
    fact: ({ failbackState }) => labelAndValue(launchStateLabel(failbackState), failbackState),
    judge: judgeFailbackState,
  },
  {
    id: 'lag',
    title: 'Lag and backlog',
    looksAt: 'lagDuration and backloggedStorageBytes',
    source: `${USER_GUIDE}/recovery-instances-details.html`,
    fact: describeLag,
    judge: judgeLag,
  },
  {
    id: 'drill',
    title: 'Drill',
    looksAt: 'isDrill',
    source: `${API_REFERENCE}/API_RecoveryInstance.html`,
    fact: describeDrill,
    judge: judgeDrill,
  },
  {
    id: 'reading',
    title: 'Reading',
    looksAt: 'when DRS was last read',
    source: `${API_REFERENCE}/API_DescribeRecoveryInstances.html`,
    fact: (facts) => `Read at ${formatUTC(olderReading(facts), facts.now)}`,
    asOf: olderReading,
    judge: judgeReading,
  },
  {
    id: 'clock',
    title: 'Clock',
    looksAt: 'the Date of the answers of DRS, and when it last saw client and agent',
    source: 'https://www.rfc-editor.org/rfc/rfc9110#section-6.6.1',
    fact: describeClock,
    judge: judgeClock,
  },
];

/** The word of the AWS console and the value of the API, where there is one. */
function labelAndValue(label: string, value: string | undefined): string {
  if (value === undefined) return 'DRS does not say';
  return label === value ? value : `${label} (${value})`;
}
