import type { Facts } from '../facts';
import { asClause } from '../clauses';
import { nextStep } from '../in-aws-failback';
import { obstacleInAWS } from '../in-aws-obstacle';
import { type Finding, unknownValue } from '../rule';

/** StartFailbackLaunch is the failback of on-premises servers alone. */
export function judgeOrigin(facts: Facts): Finding {
  const { originEnvironment, procedure } = facts;
  if (procedure === 'on-premises') return 'pass';
  if (procedure === 'unknown') return unknownValue('origin', originEnvironment);
  const obstacle = obstacleInAWS(facts);
  if (obstacle) {
    const sentence = `Came from AWS, and ${asClause(obstacle.sentence)}.`;
    return { ...obstacle, verdict: 'blocked', sentence };
  }
  const { sentence: remedy, source } = nextStep(facts);
  return {
    verdict: 'blocked',
    sentence: 'Came from AWS: its failback is another operation.',
    remedy,
    source,
  };
}
