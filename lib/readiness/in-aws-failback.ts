import type { InAWSStep } from '@/lib/contract/failback-procedure';
import { drsConsoleURL } from './aws-console';
import { inOneSentence } from './clauses';
import type { Facts } from './facts';
import { obstacleInAWS } from './in-aws-obstacle';
import { IN_AWS_ERRORS_PAGE, failbackPage, originOf, recoveryConsole } from './in-aws-references';
import type { Objection } from './rule';
import { LAUNCHABLE_STATE, STATES_BEFORE_REVERSAL } from './rules/failback-states';

/**
 * The next step in the failback of an instance that came from AWS: start reversed replication in the recovery
 * Region, wait for it, launch for failback in the origin Region; before any of them, whatever stands in the way. Each
 * is done in the AWS console: for these instances Homeward sends nothing.
 * https://docs.aws.amazon.com/drs/latest/userguide/failback-failover-region-region.html
 */
export function nextStep(facts: Facts): InAWSStep {
  const obstacle = obstacleInAWS(facts);
  return obstacle ? inspect(obstacle, facts) : stepInOrder(facts);
}

/** The next of the three while nothing stands in the way; a state in which none is next is an obstacle itself. */
export function stepInOrder(facts: Facts): InAWSStep {
  return { ...describeStep(facts), source: failbackPage(facts) };
}

type Step = Omit<InAWSStep, 'source'>;

function describeStep(facts: Facts): Step {
  const { failbackState = '' } = facts;
  if (STATES_BEFORE_REVERSAL.includes(failbackState)) return startReversedReplication(facts);
  return failbackState === LAUNCHABLE_STATE
    ? launchForFailback(facts)
    : waitForReversedReplication(facts);
}

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
    sentence: `Wait for reversed replication to ${originOf(facts)} to become Ready, for all data is copied over the wire.`,
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

function inspect(
  { sentence, remedy, source = IN_AWS_ERRORS_PAGE }: Objection,
  facts: Facts,
): InAWSStep {
  return {
    step: 'inspect',
    operation: null,
    ...inRecoveryRegion(facts),
    sentence: inOneSentence(sentence, remedy),
    source,
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
