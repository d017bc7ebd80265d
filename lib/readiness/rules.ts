import { formatAge, formatUTC, parseInstant } from '@/lib/format';
import type { Facts } from './facts';
import { judgeClient } from './failback-client';
import { FAILBACK_STATES, LAUNCHABLE_STATE } from './failback-states';
import { describeInitiation, judgeInitiation } from './initiation';
import { describeLag, judgeLag } from './lag';
import { launchStateLabel, originLabel, replicationLabel } from './labels';
import { lookUp } from './look-up';
import { objectToError } from './replication-errors';
import { HEALTHY_REPLICATION, LAGGING_REPLICATION, REPLICATION_STATES } from './replication-states';
import { type Rule, unknownValue } from './rule';
import { API_REFERENCE, USER_GUIDE } from './sources';

/** How long a reading may stand before what it says may no longer be so, in seconds. */
const READING_SECONDS = 2 * 60;

/**
 * Every rule of readiness. Each speaks for itself and evaluate.ts lets the gravest decide; among equals the
 * first in this table gives the sentence, so what is more particular stands before what is more general.
 */
export const RULES: readonly Rule[] = [
  {
    id: 'running-job',
    title: 'Running job',
    looksAt: 'jobs that have not ended',
    source: 'https://docs.aws.amazon.com/general/latest/gr/drs.html',
    fact: ({ runningJob, jobsAsOf }) => {
      if (runningJob) return `In ${runningJob.jobID}`;
      return jobsAsOf ? 'In no job that runs' : 'The jobs could not be read';
    },
    asOf: ({ jobsAsOf }) => jobsAsOf,
    judge: ({ runningJob, jobsAsOf, now }) => {
      if (!runningJob && jobsAsOf) return 'pass';
      if (!runningJob) {
        return {
          verdict: 'caution',
          sentence: 'The jobs could not be read, so one of them may hold this server.',
          remedy: 'Wait until they can be read, or look at the job history in the AWS console.',
        };
      }
      const began = parseInstant(runningJob.creationDateTime);
      const since = began ? ` since ${formatUTC(began, now)}` : '';
      return {
        verdict: 'running',
        sentence: `In job ${runningJob.jobID}${since}, and a server can be in one job at a time.`,
        remedy: 'Watch that job to its end.',
      };
    },
  },
  {
    id: 'origin',
    title: 'Origin',
    looksAt: 'originEnvironment',
    source: `${USER_GUIDE}/failback-failover-region-region.html`,
    fact: ({ originEnvironment }) => inFull(originLabel(originEnvironment), originEnvironment),
    judge: ({ originEnvironment, procedure }) => {
      if (procedure.kind === 'on-premises') return 'pass';
      if (procedure.kind === 'unknown') return unknownValue('origin', originEnvironment);
      return {
        verdict: 'blocked',
        sentence:
          'Came from AWS: its failback is another operation, which StartFailbackLaunch does not do.',
        remedy: procedure.nextStep.sentence,
        source: procedure.nextStep.source,
      };
    },
  },
  {
    id: 'ec2-state',
    title: 'EC2 instance',
    looksAt: 'ec2InstanceState',
    source: `${API_REFERENCE}/API_RecoveryInstance.html`,
    fact: ({ ec2State }) => ec2State ?? 'DRS gives no state',
    judge: ({ ec2State, isOver }) => {
      if (isOver) return 'not-applicable';
      if (ec2State === 'RUNNING') return 'pass';
      if (['TERMINATED', 'SHUTTING-DOWN', 'NOT_FOUND'].includes(ec2State ?? '')) {
        return {
          verdict: 'blocked',
          sentence: `The EC2 instance is gone (${ec2State}).`,
          remedy: 'Recover the source server again in DRS if its data is still needed.',
        };
      }
      if (!['PENDING', 'STOPPED', 'STOPPING'].includes(ec2State ?? '')) {
        return unknownValue('EC2 state', ec2State);
      }
      return {
        verdict: 'caution',
        sentence: `The EC2 instance is not running (${ec2State}).`,
        remedy: 'Check why before launching: its agent copies nothing meanwhile.',
      };
    },
  },
  {
    id: 'failback-client',
    title: 'Failback client',
    looksAt: 'failback.failbackClientLastSeenByServiceDateTime',
    source: `${USER_GUIDE}/failback-client-errors.html`,
    fact: ({ clientSeen, now }) => seenFact(clientSeen, now),
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
    judge: ({ replicationError, replicationRawError, isOver }) => {
      if (isOver) return 'not-applicable';
      if (!replicationError && !replicationRawError) return 'pass';
      return objectToError(replicationError, replicationRawError);
    },
  },
  {
    id: 'failback-state',
    title: 'Launch state',
    looksAt: 'failback.state',
    source: `${USER_GUIDE}/monitoring-recovery-instances.html`,
    fact: ({ failbackState }) => inFull(launchStateLabel(failbackState), failbackState),
    judge: ({ failbackState, procedure }) => {
      if (procedure.kind === 'in-aws') return 'not-applicable';
      if (failbackState === LAUNCHABLE_STATE) return 'pass';
      return (
        lookUp(FAILBACK_STATES, failbackState) ?? unknownValue('failback state', failbackState)
      );
    },
  },
  {
    id: 'replication-state',
    title: 'Replication',
    looksAt: 'dataReplicationInfo.dataReplicationState',
    source: `${USER_GUIDE}/monitoring-recovery-instances.html`,
    fact: ({ replicationState }) => inFull(replicationLabel(replicationState), replicationState),
    judge: ({ mayBeLaunchable, replicationState }) => {
      // Before and after Ready the launch state already says it all.
      if (!mayBeLaunchable) return 'not-applicable';
      if (replicationState === HEALTHY_REPLICATION || replicationState === LAGGING_REPLICATION) {
        return 'pass';
      }
      return (
        lookUp(REPLICATION_STATES, replicationState) ??
        unknownValue('replication state', replicationState)
      );
    },
  },
  {
    id: 'agent',
    title: 'Replication agent',
    looksAt: 'failback.agentLastSeenByServiceDateTime',
    source: `${USER_GUIDE}/common-replication-errors.html#common-agent-not-seen`,
    fact: ({ agentSeen, now }) => seenFact(agentSeen, now),
    asOf: ({ agentSeen }) => agentSeen,
    judge: ({ agentSeen, asOf, isOver, thresholds }) => {
      // Replication that is healthy needs no other witness of its agent, and some answers leave it out.
      if (isOver || !agentSeen) return 'not-applicable';
      if (asOf.getTime() - agentSeen.getTime() <= thresholds.silenceSeconds * 1000) return 'pass';
      return {
        verdict: 'caution',
        sentence: `The replication agent was last seen ${formatAge(agentSeen, asOf)} ago, and what was written since may not be copied.`,
        remedy: 'Check that it runs on the recovery instance and reaches DRS on TCP 443.',
      };
    },
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
    fact: ({ isDrill }) => (isDrill ? 'Launched for a drill' : 'Launched for a recovery'),
    judge: ({ isDrill, isOver }) => {
      if (isOver) return 'not-applicable';
      if (!isDrill) return 'pass';
      return {
        verdict: 'caution',
        sentence:
          'Launched for a drill: failing it back writes the data of the drill to the machine at home.',
        remedy: 'Launch it only when that is what you want.',
      };
    },
  },
  {
    id: 'reading',
    title: 'Reading',
    looksAt: 'when DRS was last read',
    source: `${API_REFERENCE}/API_DescribeRecoveryInstances.html`,
    fact: (facts) => `Read at ${formatUTC(olderReading(facts), facts.now)}`,
    asOf: olderReading,
    judge: (facts) => {
      if (facts.isOver) return 'not-applicable';
      const { now } = facts;
      const read = olderReading(facts);
      if (now.getTime() - read.getTime() <= READING_SECONDS * 1000) return 'pass';
      return {
        verdict: 'caution',
        sentence: `DRS was last read at ${formatUTC(read, now)}, and the server may have changed since.`,
        remedy: 'Wait until DRS can be read again.',
      };
    },
  },
];

/** The word of the AWS console and the value of the API, where there is one. */
function inFull(label: string, value: string | undefined): string {
  if (value === undefined) return 'DRS does not say';
  return label === value ? value : `${label} (${value})`;
}

/** The verdict is as old as the older of the two readings it is made from. */
function olderReading({ asOf, jobsAsOf = asOf }: Facts): Date {
  return jobsAsOf < asOf ? jobsAsOf : asOf;
}

function seenFact(seen: Date | undefined, now: Date): string {
  return seen ? `Last seen at ${formatUTC(seen, now)}` : 'DRS does not say when it was last seen';
}
