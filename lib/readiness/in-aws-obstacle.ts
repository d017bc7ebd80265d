import type { Facts } from './facts';
import { lookUp } from './look-up';
import type { Finding, Objection } from './rule';
import { judgeAgent } from './rules/agent';
import { isGone, isNotRunning, judgeEC2State } from './rules/ec2-state';
import { LAUNCHABLE_STATE, STATES_BEFORE_REVERSAL } from './rules/failback-states';
import { judgeInitiation } from './rules/initiation';
import { judgeReplicationError } from './rules/replication-errors';
import { REPLICATION_STATES, hasCeased } from './rules/replication-states';

/** What keeps the failback of an instance that came from AWS from going on; undefined when nothing is known to. */
export function obstacleInAWS(facts: Facts): Objection | undefined {
  return (
    inInstance(facts) ??
    inInitiation(facts) ??
    objectionIn(judgeReplicationError(facts)) ??
    inAgent(facts) ??
    inReplication(facts)
  );
}

function inInstance(facts: Facts): Objection | undefined {
  const objection = objectionIn(judgeEC2State(facts));
  if (!objection) return undefined;
  if (isGone(facts)) return { ...objection, remedy: seeWhetherDone(facts) };
  return isNotRunning(facts.ec2State) ? objection : undefined;
}

/** Terminating the recovery instance is part of clearing up after an in-AWS failback. */
function seeWhetherDone({ originRegion }: Facts): string {
  const where = originRegion ?? 'the origin Region';
  return `Check in the AWS console of ${where} whether its failback is done already; if not, recover the source server again in DRS.`;
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
  if (!objection || !hasCeased(facts)) return undefined;
  return { ...objection, remedy: resumeReplication(facts) };
}

/** The reversed source server comes into being when replication is reversed. */
function resumeReplication({ failbackState = '', recoveryRegion, originRegion }: Facts): string {
  return STATES_BEFORE_REVERSAL.includes(failbackState)
    ? `Install the replication agent on it again as a recovery instance of ${recoveryRegion}, without which reversed replication cannot begin.`
    : `Look at its reversed source server in the AWS console of ${originRegion ?? 'the origin Region'}.`;
}

const objectionIn = (finding: Finding) => (typeof finding === 'string' ? undefined : finding);
