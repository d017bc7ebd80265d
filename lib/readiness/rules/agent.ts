import type { Facts } from '../facts';
import { describeSilence, isSilent } from './last-seen';
import { type Finding, blockedIfRuledOut } from '../rule';

/** Healthy replication needs no other witness of its agent, so its absence from an answer is no objection. */
export function judgeAgent(facts: Facts): Finding {
  const { agentSeen, isOver } = facts;
  if (isOver || !agentSeen || !isAgentNeeded(facts)) return 'not-applicable';
  if (!isSilent(agentSeen, facts)) return 'pass';
  return blockedIfRuledOut(
    {
      verdict: 'caution',
      sentence: `The replication agent ${describeSilence(agentSeen, facts)}; what was written since may not be copied.`,
      remedy: 'Check that it runs on the recovery instance and reaches DRS on TCP 443.',
    },
    facts,
  );
}

/** The agent of a disconnected instance has been told to go. */
export function isAgentNeeded({ replicationState, isStoppedForLaunch }: Facts): boolean {
  return replicationState !== 'DISCONNECTED' && !isStoppedForLaunch;
}
