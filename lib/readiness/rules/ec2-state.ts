import type { Facts } from '../facts';
import { lookUp } from '../look-up';
import { type Finding, type Objection, blockedIfRuledOut, unknownValue } from '../rule';

const GONE: readonly string[] = ['TERMINATED', 'SHUTTING-DOWN', 'NOT_FOUND'];
const HALTED: readonly string[] = ['STOPPED', 'STOPPING'];

/** What each state of an instance that exists and does not run means, and what makes it run. */
const NOT_RUNNING: Readonly<Record<string, { words: string; remedy: string }>> = {
  PENDING: { words: 'is starting', remedy: 'Wait until it runs' },
  STOPPING: { words: 'is being stopped', remedy: 'Start it once it is stopped' },
  STOPPED: { words: 'is not running', remedy: 'Start it' },
};

export const isGone = ({ ec2State }: Facts) => GONE.includes(ec2State ?? '');
export const isNotRunning = (ec2State: string | undefined) =>
  lookUp(NOT_RUNNING, ec2State) !== undefined;

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
  const known = lookUp(NOT_RUNNING, ec2State);
  if (!known) return unknownValue('EC2 state', ec2State);
  const objection: Objection = {
    verdict: 'caution',
    sentence: `The EC2 instance ${known.words} (${ec2State}).`,
    remedy: `${known.remedy}, for its agent copies nothing meanwhile.`,
  };
  return blockedIfRuledOut(objection, facts);
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
