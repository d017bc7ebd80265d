import type { Facts } from './facts';
import { IN_AWS_ERRORS_PAGE, failbackPage, originOf, recoveryConsole } from './in-aws-references';
import { lookUp } from './look-up';
import type { Finding, Objection } from './rule';
import { judgeAgent } from './rules/agent';
import { isGone, isNotRunning, judgeEC2State } from './rules/ec2-state';
import { LAUNCHABLE_STATE, STATES_BEFORE_REVERSAL } from './rules/failback-states';
import { judgeInitiation } from './rules/initiation';
import { judgeReplicationError } from './rules/replication-errors';
import { REPLICATION_STATES, hasStopped } from './rules/replication-states';

/** What keeps the failback of an instance that came from AWS from going on; undefined when nothing is known to. */
export function obstacleInAWS(facts: Facts): Objection | undefined {
  return (
    inInstance(facts) ??
    inInitiation(facts) ??
    objectionIn(judgeReplicationError(facts)) ??
    inAgent(facts) ??
    inReplication(facts) ??
    inFailbackState(facts)
  );
}

function inInstance(facts: Facts): Objection | undefined {
  const objection = objectionIn(judgeEC2State(facts));
  if (!objection) return undefined;
  if (isGone(facts)) return { ...objection, remedy: seeWhetherDone(facts) };
  return isNotRunning(facts.ec2State) ? objection : undefined;
}

/** Terminating the recovery instance is part of clearing up after an in-AWS failback. */
function seeWhetherDone(facts: Facts): string {
  return `Check in the AWS console of ${originOf(facts)} whether its failback is done already; if not, recover the source server again in DRS.`;
}

/** Steps of an attempt that is over are history. */
function inInitiation(facts: Facts): Objection | undefined {
  const objection = objectionIn(judgeInitiation(facts));
  return objection?.verdict === 'blocked' ? objection : undefined;
}

/** Once Ready, what was copied is in the origin Region, and a silent agent loses none of it. */
function inAgent(facts: Facts): Objection | undefined {
  return facts.failbackState === LAUNCHABLE_STATE ? undefined : objectionIn(judgeAgent(facts));
}

function inReplication(facts: Facts): Objection | undefined {
  const objection = lookUp(REPLICATION_STATES, facts.replicationState);
  if (!objection || !hasStopped(facts)) return undefined;
  return { ...objection, remedy: resumeReplication(facts) };
}

/** The reversed source server comes into being when replication is reversed. */
function resumeReplication(facts: Facts): string {
  const { failbackState = '', recoveryRegion } = facts;
  return STATES_BEFORE_REVERSAL.includes(failbackState)
    ? `Install the replication agent on it again as a recovery instance of ${recoveryRegion}, without which reversed replication cannot begin.`
    : `Look at its reversed source server in the AWS console of ${originOf(facts)}.`;
}

/** States other than those in which a step of the failback is next. */
function inFailbackState(facts: Facts): Objection | undefined {
  const { failbackState } = facts;
  const look = {
    verdict: 'blocked',
    remedy: `Look at this server in ${recoveryConsole(facts)}.`,
    source: failbackPage(facts),
  } as const;
  switch (failbackState) {
    case 'FAILBACK_NOT_STARTED':
    case 'FAILBACK_NOT_READY_FOR_LAUNCH':
    case 'FAILBACK_IN_PROGRESS':
    case 'FAILBACK_READY_FOR_LAUNCH':
      return undefined;
    case 'FAILBACK_ERROR':
      return {
        ...look,
        sentence: 'Reversed replication ended in an error.',
        source: IN_AWS_ERRORS_PAGE,
      };
    case 'FAILBACK_LAUNCH_STATE_NOT_AVAILABLE':
      return { ...look, sentence: `DRS cannot read the launch state from ${originOf(facts)}.` };
    case undefined:
      return { ...look, sentence: 'DRS gives no failback state.' };
    // FAILBACK_COMPLETED among them: DRS documents that an in-AWS failback never shows as completed.
    default:
      return {
        ...look,
        sentence: `The failback state ${failbackState} of an in-AWS failback is not known to Homeward.`,
      };
  }
}

const objectionIn = (finding: Finding) => (typeof finding === 'string' ? undefined : finding);
