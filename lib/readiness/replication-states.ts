import type { Judgement } from './rules';

/**
 * What each replication state means for a server whose failback state is Ready. CONTINUOUS, the healthy
 * one, and BACKLOG, judged by its figures, have rules of their own.
 * https://docs.aws.amazon.com/drs/latest/APIReference/API_RecoveryInstanceDataReplicationInfo.html
 */
export const REPLICATION_STATES: Record<string, Judgement> = {
  NOT_STARTED: {
    verdict: 'blocked',
    sentence: 'Replication to the machine at home has not started.',
  },
  INITIATING: {
    verdict: 'blocked',
    sentence: 'Replication is being set up; no data has been copied yet.',
    remedy: 'Wait for the pairing steps to finish.',
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
    sentence: 'The disks are being rescanned; what changed meanwhile is not copied yet.',
    remedy: 'Wait for the rescan, or launch and lose what was not copied.',
  },
  PAUSED: {
    verdict: 'caution',
    sentence: 'Replication is paused: writes since then would be lost.',
  },
  STALLED: {
    verdict: 'blocked',
    sentence: 'Replication has stalled.',
    remedy: 'Check the network between the recovery instance and the failback client.',
  },
  STOPPED: { verdict: 'blocked', sentence: 'Replication has stopped.' },
  DISCONNECTED: {
    verdict: 'blocked',
    sentence: 'The recovery instance is disconnected from DRS.',
  },
  REPLICATION_STATE_NOT_AVAILABLE: {
    verdict: 'blocked',
    sentence: 'DRS cannot tell how far replication is.',
  },
};

export const HEALTHY_REPLICATION = 'CONTINUOUS';
export const LAGGING_REPLICATION = 'BACKLOG';
