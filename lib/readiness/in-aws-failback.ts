import type { InAWSStep } from '@/lib/contract/failback-procedure';
import type { RecoveryInstance } from '@/lib/contract/recovery-instance';
import { drsConsoleURL, regionOfZone } from './aws-console';
import { USER_GUIDE } from './sources';

const REGION_PAGE = `${USER_GUIDE}/failback-failover-region-region.html`;
const ZONE_PAGE = `${USER_GUIDE}/failback-failover-cross-availability-zone-failback.html`;
const ERRORS_PAGE = `${USER_GUIDE}/failback-replication-errors.html`;

/**
 * The next step in the failback of an instance that came from AWS: start reversed replication in the recovery
 * Region, wait for it, launch for failback in the origin Region. Each is done in the AWS console: for these
 * instances Homeward sends nothing.
 * https://docs.aws.amazon.com/drs/latest/userguide/failback-failover-region-region.html
 */
export function nextStep(
  instance: Pick<RecoveryInstance, 'failback' | 'originAvailabilityZone'>,
  recoveryRegion: string,
): InAWSStep {
  const state = instance.failback?.state;
  const originRegion = regionOfZone(instance.originAvailabilityZone) ?? null;
  const source = originRegion === recoveryRegion ? ZONE_PAGE : REGION_PAGE;
  switch (state) {
    case 'FAILBACK_NOT_STARTED':
    // DRS gives this value too before reversed replication: it describes the launch in the origin Region.
    case 'FAILBACK_NOT_READY_FOR_LAUNCH':
      return { ...startReversedReplication(recoveryRegion, originRegion), source };
    case 'FAILBACK_IN_PROGRESS':
      return { ...waitForReversedReplication(originRegion), source };
    case 'FAILBACK_READY_FOR_LAUNCH':
      return { ...launchForFailback(originRegion), source };
    case 'FAILBACK_ERROR':
      return { ...inspect(state, recoveryRegion), source: ERRORS_PAGE };
    default:
      return { ...inspect(state, recoveryRegion), source };
  }
}

type Step = Omit<InAWSStep, 'source'>;

function startReversedReplication(recoveryRegion: string, originRegion: string | null): Step {
  return {
    step: 'start-reversed-replication',
    operation: 'ReverseReplication',
    region: recoveryRegion,
    sentence: `Start reversed replication to ${originRegion ?? 'the origin Region'}, in the AWS console of ${recoveryRegion}.`,
    consoleURL: drsConsoleURL(recoveryRegion),
  };
}

function waitForReversedReplication(originRegion: string | null): Step {
  return {
    step: 'wait-for-reversed-replication',
    operation: null,
    region: originRegion,
    sentence: `Wait for reversed replication to ${originRegion ?? 'the origin Region'} to become Ready; all data is copied over the wire.`,
    consoleURL: originRegion && drsConsoleURL(originRegion, 'sourceServers'),
  };
}

function launchForFailback(originRegion: string | null): Step {
  return {
    step: 'launch-for-failback',
    operation: 'StartRecovery',
    region: originRegion,
    sentence: `Launch for failback from the reversed source server, in the AWS console of ${originRegion ?? 'the origin Region'}.`,
    consoleURL: originRegion && drsConsoleURL(originRegion, 'sourceServers'),
  };
}

function inspect(state: string | undefined, recoveryRegion: string): Step {
  return {
    step: 'inspect',
    operation: null,
    region: recoveryRegion,
    sentence: `Look at this server in the AWS console of ${recoveryRegion}: ${whyInspect(state)}.`,
    consoleURL: drsConsoleURL(recoveryRegion),
  };
}

function whyInspect(state: string | undefined): string {
  if (state === 'FAILBACK_ERROR') return 'reversed replication ended in an error';
  if (state === 'FAILBACK_LAUNCH_STATE_NOT_AVAILABLE') {
    return 'DRS cannot read the launch state from the origin Region';
  }
  // DRS documents that an in-AWS failback never shows as completed.
  return state === undefined
    ? 'DRS gives no failback state'
    : `the state ${state} of an instance that came from AWS is not known to Homeward`;
}
