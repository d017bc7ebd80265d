import type { Problem } from '@/lib/contract/problem';
import { formatAge, formatRelative, formatUTC, parseInstant } from '@/lib/format';

/** How old an answer is and how it stands with the next one; `snapshotHeader` of the API has all of it. */
export interface Aged {
  /** When DRS was last read successfully; null before the first success. */
  asOf: string | null;
  /** Seconds between two reads; null when there is nothing more to read. */
  intervalSeconds: number | null;
  /** Why the latest attempt failed; null when it succeeded. */
  problem: Problem | null;
  /** When the next attempt is. */
  retryAt?: string | null;
}

/** A reading that is later than now by more seconds than these comes from another clock, and may be old. */
const MOST_AHEAD = 5;

interface AgeWords {
  tone: 'plain' | 'caution';
  text: string;
}

/**
 * The age in words. Past twice the interval at which it is read, or when the latest attempt failed, it is a
 * caution and says why: "DRS is throttling; retrying in 8 s; last good 14:02:11 UTC".
 */
export function ageWords({ asOf, intervalSeconds, problem, retryAt }: Aged, now: Date): AgeWords {
  const read = parseInstant(asOf ?? undefined);
  const next = retryWords(parseInstant(retryAt ?? undefined), now);
  if (!read) {
    const text = problem ? [`Not read yet: ${problem.title}`, next].join('') : 'Not read yet';
    return { tone: problem ? 'caution' : 'plain', text };
  }
  const good = `last good ${formatUTC(read, now)}`;
  if (problem) return { tone: 'caution', text: `${problem.title}${next}; ${good}` };
  const age = (now.getTime() - read.getTime()) / 1_000;
  if (age < -MOST_AHEAD) {
    const ahead = `read ${formatAge(read, now)} ahead of the clock of this page`;
    return { tone: 'caution', text: `Age unknown: ${ahead}; ${good}` };
  }
  if (intervalSeconds === null || age <= 2 * intervalSeconds) {
    return { tone: 'plain', text: formatRelative(read < now ? read : now, now) };
  }
  return {
    tone: 'caution',
    text: `No newer answer for ${formatRelative(read, now).replace(' ago', '')}; ${good}`,
  };
}

function retryWords(retryAt: Date | undefined, now: Date): string {
  if (!retryAt) return '';
  const seconds = Math.ceil((retryAt.getTime() - now.getTime()) / 1_000);
  return seconds > 0 ? `; retrying in ${seconds} s` : '; retrying';
}
