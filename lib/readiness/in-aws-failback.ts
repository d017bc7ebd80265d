import type { InAWSStep } from '@/lib/contract/failback-procedure';
import { drsConsoleURL } from './aws-console';
import { inOneSentence } from './clauses';
import type { Facts } from './facts';
import { obstacleInAWS } from './in-aws-obstacle';
import type { Objection } from './rule';
import { STATES_BEFORE_REVERSAL } from './rules/failback-states';
import { USER_GUIDE } from './sources';

const REGION_PAGE = `${USER_GUIDE}/failback-failover-region-region.html`;
const ZONE_PAGE = `${USER_GUIDE}/failback-failover-cross-availability-zone-failback.html`;
const ERRORS_PAGE = `${USER_GUIDE}/failback-replication-errors.html`;

/**
 * The next step in the failback of an instance that came from AWS: start reversed replication in the recovery
 * Region, wait for it, launch for failback in the origin Region; before any of them, whatever stands in the way. Each
 * is done in the AWS console: for these instances Homeward sends nothing.
 * https://docs.aws.amazon.com/drs/latest/userguide/failback-failover-region-region.html
 */
export function nextStep(facts: Facts): InAWSStep {
  const { failbackState, originRegion, recoveryRegion } = facts;
  const source = originRegion === recoveryRegion ? ZONE_PAGE : REGION_PAGE;
  const obstacle = obstacleInAWS(facts);
  if (obstacle) return overcome(obstacle, facts);
  if (STATES_BEFORE_REVERSAL.includes(failbackState ?? '')) {
    return { ...startReversedReplication(facts), source };
  }
  switch (failbackState) {
    case 'FAILBACK_IN_PROGRESS':
      return { ...waitForReversedReplication(facts), source };
    case 'FAILBACK_READY_FOR_LAUNCH':
      return { ...launchForFailback(facts), source };
    case 'FAILBACK_ERROR':
      return { ...inspect(facts), source: ERRORS_PAGE };
    default:
      return { ...inspect(facts), source };
  }
}

type Step = Omit<InAWSStep, 'source'>;

function startReversedReplication(facts: Facts): Step {
  return {
    step: 'start-reversed-replication',
    operation: 'ReverseReplication',
    ...inRecoveryRegion(facts),
    sentence: `Start reversed replication to ${originOf(facts)}, in ${recoveryConsole(facts)}.`,
  };
}

function waitForReversedReplication(facts: Facts): Step {
  return {
    step: 'wait-for-reversed-replication',
    operation: null,
    ...inOriginRegion(facts),
    sentence: `Wait for reversed replication to ${originOf(facts)} to become Ready; all data is copied over the wire.`,
  };
}

/** DRS never calls an in-AWS failback completed, so the step stays the next one after it was done. */
function launchForFailback(facts: Facts): Step {
  return {
    step: 'launch-for-failback',
    operation: 'StartRecovery',
    ...inOriginRegion(facts),
    sentence: `Launch for failback from its reversed source server, unless that was done already: check first in the AWS console of ${originOf(facts)}, in the account the server came from.`,
  };
}

function overcome({ sentence, remedy, source = ERRORS_PAGE }: Objection, facts: Facts): InAWSStep {
  return {
    step: 'inspect',
    operation: null,
    ...inRecoveryRegion(facts),
    sentence: inOneSentence(sentence, remedy),
    source,
  };
}

function inspect(facts: Facts): Step {
  return {
    step: 'inspect',
    operation: null,
    ...inRecoveryRegion(facts),
    sentence: `Look at this server in ${recoveryConsole(facts)}: ${whyInspect(facts.failbackState)}.`,
  };
}

function inRecoveryRegion({ recoveryRegion, account }: Facts) {
  return {
    region: recoveryRegion,
    account: account ?? null,
    consoleURL: drsConsoleURL(recoveryRegion),
  };
}

function inOriginRegion({ originRegion }: Facts) {
  return {
    region: originRegion ?? null,
    account: null,
    consoleURL: originRegion ? drsConsoleURL(originRegion, 'sourceServers') : null,
  };
}

const originOf = ({ originRegion }: Facts) => originRegion ?? 'the origin Region';

function recoveryConsole({ recoveryRegion, account }: Facts): string {
  return `the AWS console of ${recoveryRegion}${account ? `, account ${account}` : ''}`;
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
