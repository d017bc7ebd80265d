import { formatBytes, formatDuration, formatDurationUp } from '@/lib/format';
import type { Facts } from '../facts';
import { LAGGING_REPLICATION } from './replication-states';
import { type Finding, type Objection, unknownValue } from '../rule';

/** "Lag 2 s, backlog 0 B". */
export function describeLag({ lagDuration, lagSeconds, backlogBytes }: Facts): string {
  const lag = lagSeconds === undefined ? (lagDuration ?? 'not given') : formatDuration(lagSeconds);
  const backlog = backlogBytes === undefined ? 'not given' : formatBytes(backlogBytes);
  return `Lag ${lag}, backlog ${backlog}`;
}

/** What is lost when a server is launched that no rule objects to. */
export function describeLoss({ lagSeconds, backlogBytes = 0 }: Facts): string {
  const backlog = formatBytes(backlogBytes);
  if (lagSeconds === undefined) {
    return backlogBytes === 0
      ? 'Replication is healthy; DRS does not give its lag.'
      : `Launching now loses ${backlog} of writes or more; DRS does not give its lag.`;
  }
  if (lagSeconds === 0 && backlogBytes === 0) return 'Replication is up to date.';
  const lag = formatDurationUp(lagSeconds);
  if (backlogBytes === 0) return `Launching now loses at most ${lag} of writes.`;
  return `Launching now loses at most ${lagSeconds === 0 ? backlog : `${lag} (${backlog})`} of writes.`;
}

/** What is not copied when a server is launched is lost; how much of it is too much, the operator decides. */
export function judgeLag(facts: Facts): Finding {
  const { mayBeReady, replicationState, lagDuration, lagSeconds } = facts;
  if (!mayBeReady) return 'not-applicable';
  const limits = limitsOf(facts);
  const broken = limits.filter(isBroken).map(({ words }) => words);
  if (broken.length > 0) {
    return behind(
      'blocked',
      facts,
      `, beyond the limit of ${broken.join(' and ')} for this target`,
    );
  }
  if (lagDuration !== undefined && lagSeconds === undefined) {
    return unknownValue('lag', lagDuration);
  }
  const unchecked = limits.find(({ figure }) => figure === undefined);
  if (unchecked) return cannotCheck(unchecked);
  return isBeyondCaution(facts) || replicationState === LAGGING_REPLICATION
    ? behind('caution', facts)
    : 'pass';
}

function behind(verdict: 'caution' | 'blocked', facts: Facts, beyond = ''): Objection {
  const amount = behindWords(facts);
  return {
    verdict,
    sentence: `Behind${amount && ` by ${amount}`}${beyond}, and what is not copied at launch is lost.`,
    remedy: 'Wait for it to catch up, or stop the applications first.',
  };
}

function isBeyondCaution({ lagSeconds = 0, backlogBytes = 0, thresholds }: Facts): boolean {
  return lagSeconds > thresholds.lagCautionSeconds || backlogBytes > thresholds.backlogCautionBytes;
}

interface Limit {
  what: string;
  /** Undefined when DRS gives none. */
  figure: number | undefined;
  limit: number;
  words: string;
}

/** The limits that the operator sets for the target, beyond which Homeward does not launch. */
function limitsOf({ lagSeconds, backlogBytes, thresholds }: Facts): Limit[] {
  const { lagBlockedSeconds: lag, backlogBlockedBytes: backlog } = thresholds;
  const limits: Limit[] = [];
  if (lag !== null) {
    limits.push({ what: 'lag', figure: lagSeconds, limit: lag, words: formatDuration(lag) });
  }
  if (backlog !== null) {
    const words = formatBytes(backlog);
    limits.push({ what: 'backlog', figure: backlogBytes, limit: backlog, words });
  }
  return limits;
}

const isBroken = ({ figure = 0, limit }: Limit) => figure > limit;

function cannotCheck({ what, words }: Limit): Objection {
  return {
    verdict: 'caution',
    sentence: `DRS gives no ${what}, so the limit of ${words} for this target cannot be checked.`,
    remedy: 'Look at this server in the AWS console.',
  };
}

function behindWords({ lagSeconds = 0, backlogBytes = 0 }: Facts): string {
  return [
    lagSeconds > 0 && formatDurationUp(lagSeconds),
    backlogBytes > 0 && formatBytes(backlogBytes),
  ]
    .filter(Boolean)
    .join(', ');
}
