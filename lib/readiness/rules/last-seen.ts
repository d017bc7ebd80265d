import { formatAge, formatUTC } from '@/lib/format';
import type { Facts } from '../facts';
import { isFresh } from './reading';

/** "Last seen at 09:59:57 UTC". */
export function describeSeen(seen: Date | undefined, now: Date): string {
  return seen ? `Last seen at ${formatUTC(seen, now)}` : 'DRS does not say when it was last seen';
}

/** Silence is measured against the reading: what has not been read lately makes nobody silent. */
export function isSilent(seen: Date, { readAt, thresholds }: Facts): boolean {
  return readAt.getTime() - seen.getTime() > thresholds.silenceSeconds * 1000;
}

/**
 * "was last seen 14 min ago". Of an old reading it tells what was so then: nobody knows what has been seen since, and
 * an age that stands still would be wrong a minute later.
 */
export function describeSilence(seen: Date, { readAt, asOf, now }: Facts): string {
  if (!isFresh(asOf, now)) {
    return `had not been seen for ${formatAge(seen, readAt)} when DRS was last read`;
  }
  const sinceReading = now.getTime() - asOf.getTime();
  return `was last seen ${formatAge(seen, new Date(readAt.getTime() + sinceReading))} ago`;
}
