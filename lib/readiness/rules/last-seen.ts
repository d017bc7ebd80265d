import { formatAge, formatUTC } from '@/lib/format';
import type { Facts } from '../facts';
import { STATES_WITH_CLIENT } from './failback-states';
import type { Finding } from '../rule';

/** "Last seen at 09:59:57 UTC". */
export function describeSeen(seen: Date | undefined, now: Date): string {
  return seen ? `Last seen at ${formatUTC(seen, now)}` : 'DRS does not say when it was last seen';
}

/**
 * The launch is pull-based: the failback client asks DRS for it, so a client that is silent never receives it.
 * Replication may go on without the client, so a healthy one is no proof of it.
 * https://docs.aws.amazon.com/drs/latest/userguide/failback-client-errors.html
 */
export function judgeClient(facts: Facts): Finding {
  const { clientSeen, readAt } = facts;
  if (!needsClient(facts)) return 'not-applicable';
  if (!clientSeen) {
    return {
      verdict: 'caution',
      sentence: 'DRS does not say when the failback client was last seen.',
      remedy: 'Check that the machine is booted into it: only a running client gets the launch.',
    };
  }
  if (!isSilent(clientSeen, facts)) return 'pass';
  return {
    verdict: 'blocked',
    sentence: `The failback client was last seen ${formatAge(clientSeen, readAt)} ago.`,
    remedy: 'Check that the machine is still booted into it.',
  };
}

/** Healthy replication needs no other witness of its agent, so its absence from an answer is no objection. */
export function judgeAgent(facts: Facts): Finding {
  const { agentSeen, readAt, isOver } = facts;
  if (isOver || !agentSeen) return 'not-applicable';
  if (!isSilent(agentSeen, facts)) return 'pass';
  return {
    verdict: 'caution',
    sentence: `The replication agent was last seen ${formatAge(agentSeen, readAt)} ago, and what was written since may not be copied.`,
    remedy: 'Check that it runs on the recovery instance and reaches DRS on TCP 443.',
  };
}

/** Silence is measured against the reading: what has not been read lately makes nobody silent. */
function isSilent(seen: Date, { readAt, thresholds }: Facts): boolean {
  return readAt.getTime() - seen.getTime() > thresholds.silenceSeconds * 1000;
}

function needsClient({ procedure, failbackState, mayBeLaunchable }: Facts): boolean {
  if (procedure.kind === 'in-aws') return false;
  return mayBeLaunchable || STATES_WITH_CLIENT.includes(failbackState ?? '');
}
