import type { Facts } from '../facts';
import { type Finding, type Objection, asObstacle, unknownValue } from '../rule';

const GONE: readonly string[] = ['TERMINATED', 'SHUTTING-DOWN', 'NOT_FOUND'];
const NOT_RUNNING: readonly string[] = ['PENDING', 'STOPPED', 'STOPPING'];

/** Data is copied by the agent on the instance, so only one that runs can catch up. */
export function judgeEC2State(facts: Facts): Finding {
  const { ec2State, isOver } = facts;
  if (isOver) return 'not-applicable';
  if (ec2State === 'RUNNING') return 'pass';
  if (GONE.includes(ec2State ?? '')) {
    return {
      verdict: 'blocked',
      sentence: `The EC2 instance is gone (${ec2State}).`,
      remedy: 'Recover the source server again in DRS if its data is still needed.',
    };
  }
  if (!NOT_RUNNING.includes(ec2State ?? '')) return unknownValue('EC2 state', ec2State);
  const isNotRunning: Objection = {
    verdict: 'caution',
    sentence: `The EC2 instance is not running (${ec2State}).`,
    remedy: 'Check why before launching: its agent copies nothing meanwhile.',
  };
  return asObstacle(isNotRunning, facts);
}
