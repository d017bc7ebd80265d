import type { Facts } from '../facts';
import { type Finding, type Objection, asObstacle, unknownValue } from '../rule';

const GONE: readonly string[] = ['TERMINATED', 'SHUTTING-DOWN', 'NOT_FOUND'];
const HALTED: readonly string[] = ['STOPPED', 'STOPPING'];
const NOT_RUNNING: readonly string[] = ['PENDING', ...HALTED];

export const isGone = ({ ec2State }: Facts) => GONE.includes(ec2State ?? '');
export const isNotRunning = (ec2State = '') => NOT_RUNNING.includes(ec2State);

/** Data is copied by the agent on the instance, so only one that runs can catch up. */
export function judgeEC2State(facts: Facts): Finding {
  const { ec2State, isOver, isStoppedForLaunch } = facts;
  if (isOver || isStoppedForLaunch) return 'not-applicable';
  if (ec2State === 'RUNNING') return 'pass';
  if (isGone(facts)) {
    return {
      verdict: 'blocked',
      sentence: `The EC2 instance is gone (${ec2State}).`,
      remedy: 'Recover the source server again in DRS if its data is still needed.',
    };
  }
  if (!isNotRunning(ec2State)) return unknownValue('EC2 state', ec2State);
  const objection: Objection = {
    verdict: 'caution',
    sentence: `The EC2 instance is not running (${ec2State}).`,
    remedy: 'Find out why: its agent copies nothing meanwhile.',
  };
  return asObstacle(objection, facts);
}

/** What the EC2 instance of a server that is home still costs. */
export function describeCost({ ec2State = 'DRS does not say' }: Facts) {
  const terminate = 'Terminate it once the server at home is checked.';
  if (ec2State === 'RUNNING') {
    return { words: 'still runs in AWS and still costs money', remedy: terminate };
  }
  if (HALTED.includes(ec2State)) {
    return {
      words: `is stopped (${ec2State}), and its volumes still cost money`,
      remedy: terminate,
    };
  }
  if (GONE.includes(ec2State)) return { words: `is gone (${ec2State})` };
  return {
    words: `may still run in AWS and cost money (${ec2State})`,
    remedy: 'Look at it in the AWS console, and terminate it once the server at home is checked.',
  };
}
