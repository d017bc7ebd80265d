import type { Thresholds } from '@/lib/contract/readiness';
import { formatBytes, formatDuration } from '@/lib/format';
import type { Facts } from '../facts';
import { LAGGING_REPLICATION } from './replication-states';
import { type Finding, unknownValue } from '../rule';

/** "2 s, backlog 0 B". */
export function describeLag({ lagDuration, lagSeconds, backlogBytes }: Facts): string {
  const lag = lagSeconds === undefined ? (lagDuration ?? 'not given') : formatDuration(lagSeconds);
  return `Lag ${lag}, backlog ${formatBytes(backlogBytes)}`;
}

/** What is not copied when a server is launched is lost; how much of it is too much, the operator decides. */
export function judgeLag(facts: Facts): Finding {
  const { mayBeLaunchable, replicationState, lagDuration, lagSeconds, thresholds } = facts;
  if (!mayBeLaunchable) return 'not-applicable';
  if (lagDuration !== undefined && lagSeconds === undefined)
    return unknownValue('lag', lagDuration);
  const excess = excessOf(facts, thresholds);
  if (!excess && replicationState !== LAGGING_REPLICATION) return 'pass';
  const behind = behindWords(facts);
  return {
    verdict: excess ?? 'caution',
    sentence: `Behind${behind && ` by ${behind}`}, and what is not copied at launch is lost.`,
    remedy: 'Wait for it to catch up, or stop the applications first.',
  };
}

/** Which of the operator's lines the server is beyond; undefined when it is within both. */
function excessOf(
  { lagSeconds = 0, backlogBytes }: Facts,
  limits: Thresholds,
): 'blocked' | 'caution' | undefined {
  const isBeyond = (lag: number | null, backlog: number | null) =>
    (lag !== null && lagSeconds > lag) || (backlog !== null && backlogBytes > backlog);
  if (isBeyond(limits.lagBlockedSeconds, limits.backlogBlockedBytes)) return 'blocked';
  return isBeyond(limits.lagCautionSeconds, limits.backlogCautionBytes) ? 'caution' : undefined;
}

function behindWords({ lagSeconds = 0, backlogBytes }: Facts): string {
  return [
    lagSeconds > 0 && formatDuration(lagSeconds),
    backlogBytes > 0 && formatBytes(backlogBytes),
  ]
    .filter(Boolean)
    .join(', ');
}
