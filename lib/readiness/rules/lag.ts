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
  const { mayBeLaunchable, replicationState, lagDuration, lagSeconds } = facts;
  if (!mayBeLaunchable) return 'not-applicable';
  if (lagDuration !== undefined && lagSeconds === undefined)
    return unknownValue('lag', lagDuration);
  const limits = brokenLimits(facts);
  const isBlocked = limits.length > 0;
  if (!isBlocked && !isBeyondCaution(facts) && replicationState !== LAGGING_REPLICATION) {
    return 'pass';
  }
  const behind = behindWords(facts);
  const beyond = isBlocked ? `, beyond the limit of ${limits.join(' and ')} for this target` : '';
  return {
    verdict: isBlocked ? 'blocked' : 'caution',
    sentence: `Behind${behind && ` by ${behind}`}${beyond}, and what is not copied at launch is lost.`,
    remedy: 'Wait for it to catch up, or stop the applications first.',
  };
}

function isBeyondCaution({ lagSeconds = 0, backlogBytes, thresholds }: Facts): boolean {
  return lagSeconds > thresholds.lagCautionSeconds || backlogBytes > thresholds.backlogCautionBytes;
}

/** The limits of the target that the server is beyond, in words. */
function brokenLimits({ lagSeconds = 0, backlogBytes, thresholds }: Facts): string[] {
  const { lagBlockedSeconds: lag, backlogBlockedBytes: backlog } = thresholds;
  return [
    ...(lag !== null && lagSeconds > lag ? [formatDuration(lag)] : []),
    ...(backlog !== null && backlogBytes > backlog ? [formatBytes(backlog)] : []),
  ];
}

function behindWords({ lagSeconds = 0, backlogBytes }: Facts): string {
  return [
    lagSeconds > 0 && formatDuration(lagSeconds),
    backlogBytes > 0 && formatBytes(backlogBytes),
  ]
    .filter(Boolean)
    .join(', ');
}
