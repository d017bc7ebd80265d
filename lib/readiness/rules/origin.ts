import type { Facts } from '../facts';
import { asClause } from '../clauses';
import { stepInOrder } from '../in-aws-failback';
import { obstacleInAWS } from '../in-aws-obstacle';
import { type Finding, unknownValue } from '../rule';

const checkOriginRemedy =
  'Make sure that it came from on-premises: StartFailbackLaunch is not for servers that came from AWS.';

/**
 * StartFailbackLaunch is the failback of on-premises servers alone. An origin that Homeward does not know is a
 * person's decision like every unknown value: it may be another that the operation is for, and a server must not
 * stay in AWS because Homeward is older than DRS. Nothing is sent for it unless somebody accepts the caution.
 */
export function judgeOrigin(facts: Facts): Finding {
  const { originEnvironment, procedure } = facts;
  if (procedure === 'on-premises') return 'pass';
  if (procedure === 'unknown') {
    return { ...unknownValue('origin', originEnvironment), remedy: checkOriginRemedy };
  }
  const obstacle = obstacleInAWS(facts);
  if (obstacle) {
    const sentence = `Came from AWS, and ${asClause(obstacle.sentence)}.`;
    return { ...obstacle, verdict: 'blocked', sentence };
  }
  const { sentence: remedy, source } = stepInOrder(facts);
  return {
    verdict: 'blocked',
    sentence: 'Came from AWS, and its failback is another operation.',
    remedy,
    source,
  };
}
