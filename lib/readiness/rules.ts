import type { Reason } from '@/lib/contract/readiness';
import { formatBytes, formatDuration, formatUTC, parseInstant } from '@/lib/format';
import type { Facts } from './facts';
import { FAILBACK_STATES, LAUNCHABLE_STATE } from './failback-states';
import { HEALTHY_REPLICATION, LAGGING_REPLICATION, REPLICATION_STATES } from './replication-states';

export type Judgement = Omit<Reason, 'rule'>;

interface Rule {
  id: string;
  looksAt: string;
  source: string;
  /** What the rule says of a server; undefined when it has nothing to say. */
  judge: (facts: Facts) => Judgement | undefined;
}

/** A client that has been silent for longer than this is taken for gone; it polls many times a minute. */
export const CLIENT_SILENCE_SECONDS = 5 * 60;

/** Beyond this the loss of writes is a decision for a person. */
export const LAG_SECONDS = 60;

const USER_GUIDE = 'https://docs.aws.amazon.com/drs/latest/userguide';
const API = 'https://docs.aws.amazon.com/drs/latest/APIReference';

/** Every rule of readiness. Each speaks for itself; evaluate.ts lets the gravest decide. */
export const RULES: readonly Rule[] = [
  {
    id: 'running-job',
    looksAt: 'jobs that have not ended',
    source: `${USER_GUIDE}/drs-quotas.html`,
    judge: ({ runningJob, now }) => {
      if (!runningJob) return undefined;
      const began = parseInstant(runningJob.creationDateTime);
      const since = began ? ` since ${formatUTC(began, now)}` : '';
      return {
        verdict: 'running',
        sentence: `In job ${runningJob.jobID}${since}; a server can be in one job at a time.`,
        remedy: 'Watch that job to its end.',
      };
    },
  },
  {
    id: 'origin',
    looksAt: 'originEnvironment',
    source: `${USER_GUIDE}/failback-failover-region-region.html`,
    judge: ({ originEnvironment }) => {
      if (originEnvironment === 'ON_PREMISES') return undefined;
      if (originEnvironment === 'AWS') {
        return {
          verdict: 'blocked',
          sentence:
            'Came from AWS: its failback is another operation, which StartFailbackLaunch does not do.',
          remedy:
            'Start reversed replication, then launch a recovery of the reversed source server in the origin Region.',
        };
      }
      return unknownValue('origin', originEnvironment);
    },
  },
  {
    id: 'failback-state',
    looksAt: 'failback.state',
    source: `${API}/API_RecoveryInstanceFailback.html`,
    judge: ({ failbackState }) =>
      failbackState === LAUNCHABLE_STATE
        ? undefined
        : (FAILBACK_STATES[failbackState ?? ''] ?? unknownValue('failback state', failbackState)),
  },
  {
    id: 'replication-state',
    looksAt: 'dataReplicationInfo.dataReplicationState',
    source: `${API}/API_RecoveryInstanceDataReplicationInfo.html`,
    judge: ({ failbackState, replicationState }) => {
      // Before and after Ready the failback state already says it all.
      if (failbackState !== LAUNCHABLE_STATE) return undefined;
      if (replicationState === HEALTHY_REPLICATION || replicationState === LAGGING_REPLICATION) {
        return undefined;
      }
      return (
        REPLICATION_STATES[replicationState ?? ''] ??
        unknownValue('replication state', replicationState)
      );
    },
  },
  {
    id: 'replication-error',
    looksAt: 'dataReplicationInfo.dataReplicationError',
    source: `${API}/API_RecoveryInstanceDataReplicationError.html`,
    judge: ({ replicationError, replicationRawError }) =>
      replicationError
        ? {
            verdict: 'caution',
            sentence: `DRS reports ${[replicationError, replicationRawError].filter(Boolean).join(': ')}.`,
          }
        : undefined,
  },
  {
    id: 'failback-client',
    looksAt: 'failback.failbackClientLastSeenByServiceDateTime',
    // The launch is pull-based: the client asks for it, so a silent client never receives it.
    source: `${USER_GUIDE}/failback-performing-main.html`,
    judge: ({ failbackState, clientUnseenSeconds }) => {
      if (failbackState !== LAUNCHABLE_STATE) return undefined;
      if (clientUnseenSeconds === undefined) {
        return {
          verdict: 'caution',
          sentence: 'DRS does not say when the failback client was last seen.',
          remedy:
            'Check that the machine is booted into it: only a running client gets the launch.',
        };
      }
      if (clientUnseenSeconds <= CLIENT_SILENCE_SECONDS) return undefined;
      return {
        verdict: 'blocked',
        sentence: `The failback client was last seen ${formatDuration(clientUnseenSeconds)} ago and would not receive the launch.`,
        remedy: 'Check that the machine is still booted into it and reaches AWS.',
      };
    },
  },
  {
    id: 'lag',
    looksAt: 'lagDuration and backloggedStorageBytes',
    source: `${USER_GUIDE}/monitoring-recovery-instances.html`,
    judge: ({ failbackState, replicationState, lagSeconds, backlogBytes }) => {
      if (failbackState !== LAUNCHABLE_STATE) return undefined;
      const lag = lagSeconds ?? 0;
      if (replicationState !== LAGGING_REPLICATION && lag <= LAG_SECONDS) return undefined;
      const behind = [
        lag > 0 && formatDuration(lag),
        backlogBytes > 0 && formatBytes(backlogBytes),
      ].filter(Boolean);
      return {
        verdict: 'caution',
        sentence: `Behind${behind.length > 0 ? ` by ${behind.join(', ')}` : ''}; what is not copied at launch is lost.`,
        remedy: 'Wait for it to catch up, or stop the applications first.',
      };
    },
  },
  {
    id: 'ec2-state',
    looksAt: 'ec2InstanceState',
    source: `${API}/API_RecoveryInstance.html`,
    judge: ({ ec2State, failbackState }) => {
      if (ec2State === 'RUNNING' || failbackState === 'FAILBACK_COMPLETED') return undefined;
      if (ec2State === undefined) return unknownValue('EC2 state', ec2State);
      if (['TERMINATED', 'SHUTTING-DOWN', 'NOT_FOUND'].includes(ec2State)) {
        return { verdict: 'blocked', sentence: `The EC2 instance is gone (${ec2State}).` };
      }
      return {
        verdict: 'caution',
        sentence: `The EC2 instance is not running (${ec2State}).`,
        remedy: 'Check why before launching.',
      };
    },
  },
  {
    id: 'drill',
    looksAt: 'isDrill',
    source: `${API}/API_RecoveryInstance.html`,
    judge: ({ isDrill, failbackState }) =>
      isDrill && failbackState !== 'FAILBACK_COMPLETED'
        ? {
            verdict: 'caution',
            sentence:
              'Launched for a drill: failing it back writes the data of the drill to the machine at home.',
          }
        : undefined,
  },
  {
    id: 'ready',
    looksAt: 'failback.state and dataReplicationState',
    source: `${USER_GUIDE}/failback-performing-main.html`,
    judge: ({ originEnvironment, failbackState, replicationState, lagSeconds }) =>
      originEnvironment === 'ON_PREMISES' &&
      failbackState === LAUNCHABLE_STATE &&
      replicationState === HEALTHY_REPLICATION
        ? { verdict: 'ready', sentence: lossSentence(lagSeconds) }
        : undefined,
  },
];

function lossSentence(lagSeconds: number | undefined): string {
  if (lagSeconds === undefined) return 'Replication is healthy; DRS does not give its lag.';
  if (lagSeconds === 0) return 'Replication is up to date.';
  return `Launching now loses at most ${formatDuration(lagSeconds)} of writes.`;
}

function unknownValue(what: string, value: string | undefined): Judgement {
  return {
    verdict: 'caution',
    sentence:
      value === undefined
        ? `DRS gives no ${what}.`
        : `The ${what} ${value} is not known to Homeward.`,
    remedy: 'Look at this server in the AWS console before launching.',
  };
}
