import type { Facts } from '../facts';
import { LAUNCHABLE_STATE } from './failback-states';
import { lookUp } from '../look-up';
import { type Finding, type Objection, blockedIfRuledOut, unknownValue } from '../rule';

export const HEALTHY_REPLICATION = 'CONTINUOUS';
export const LAGGING_REPLICATION = 'BACKLOG';

const bootAgainRemedy = 'Boot the machine that is to receive it into the failback client again.';

/**
 * What each replication state means for a launch. CONTINUOUS, the healthy
 * one, and BACKLOG, judged by its figures, are missing here.
 * https://docs.aws.amazon.com/drs/latest/userguide/monitoring-recovery-instances.html
 */
export const REPLICATION_STATES: Readonly<Record<string, Objection>> = {
  NOT_STARTED: {
    verdict: 'blocked',
    sentence: 'Replication to the machine at home has not started.',
    remedy: 'Boot the machine that is to receive it into the failback client.',
  },
  INITIATING: {
    verdict: 'blocked',
    sentence: 'Replication is being set up; no data has been copied yet.',
    remedy: 'Wait for the steps of the initiation to end.',
  },
  INITIAL_SYNC: {
    verdict: 'blocked',
    sentence: 'The first full copy is not finished.',
    remedy: 'Wait for the initial sync to end.',
  },
  CREATING_SNAPSHOT: {
    verdict: 'blocked',
    sentence: 'DRS is taking a snapshot.',
    remedy: 'Wait for it to end.',
  },
  RESCAN: {
    verdict: 'caution',
    sentence: 'The disks are being rescanned and what changed meanwhile is not copied yet.',
    remedy: 'Wait for the rescan, or launch and lose it.',
  },
  PAUSED: {
    verdict: 'caution',
    sentence: 'Replication is paused and writes since then would be lost.',
    remedy: 'Find out who paused it and why.',
  },
  STALLED: {
    verdict: 'blocked',
    sentence: 'Replication has stalled.',
    remedy:
      'Check the network between the recovery instance and the failback client, TCP 1500 above all.',
  },
  STOPPED: {
    verdict: 'blocked',
    sentence: 'Replication has stopped.',
    remedy: bootAgainRemedy,
  },
  DISCONNECTED: {
    verdict: 'blocked',
    sentence: 'The recovery instance is disconnected from DRS.',
    remedy: 'Install the replication agent on it again as a recovery instance.',
  },
  REPLICATION_STATE_NOT_AVAILABLE: {
    verdict: 'blocked',
    sentence: 'DRS cannot tell how far replication is.',
    remedy: 'Look again in a few minutes, then look at it in the AWS console.',
  },
};

/**
 * A server that is Ready is judged by every state of its replication. Before, the failback state says all that takes
 * its course, and this rule what does not go on by itself.
 */
export function judgeReplicationState(facts: Facts): Finding {
  const { mayBeReady, procedure, replicationState } = facts;
  if (!mayBeReady && (procedure === 'in-aws' || !hasStopped(facts))) return 'not-applicable';
  if (replicationState === HEALTHY_REPLICATION || replicationState === LAGGING_REPLICATION) {
    return 'pass';
  }
  const objection =
    lookUp(REPLICATION_STATES, replicationState) ??
    unknownValue('replication state', replicationState);
  return blockedIfRuledOut(objection, facts);
}

const STOPPED_STATES: readonly string[] = ['PAUSED', 'STALLED', 'STOPPED'];
const STARTED_STATES: readonly string[] = [
  'FAILBACK_IN_PROGRESS',
  'FAILBACK_ERROR',
  LAUNCHABLE_STATE,
];

/** Replication that had begun and does not go on, so that waiting is in vain. */
export function hasStopped(facts: Facts): boolean {
  const {
    failbackState = '',
    replicationState = '',
    failbackJobID,
    isOver,
    isStoppedForLaunch,
  } = facts;
  if (isOver) return false;
  if (replicationState === 'DISCONNECTED') return true;
  if (replicationState === 'STALLED' && isStoppedForLaunch) return false;
  // The launch itself stops replication, so after a job that failed its log says more.
  const isAfterJob = failbackState === 'FAILBACK_ERROR' && failbackJobID !== undefined;
  if (isAfterJob && replicationState === 'STOPPED') return false;
  return STARTED_STATES.includes(failbackState) && STOPPED_STATES.includes(replicationState);
}
