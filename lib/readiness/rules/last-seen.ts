import { formatUTC } from '@/lib/format';
import type { Facts } from '../facts';

/** "Last seen at 09:59:57 UTC". */
export function describeSeen(seen: Date | undefined, now: Date): string {
  return seen ? `Last seen at ${formatUTC(seen, now)}` : 'DRS does not say when it was last seen';
}

/** Silence is measured against the reading: what has not been read lately makes nobody silent. */
export function isSilent(seen: Date, { readAt, thresholds }: Facts): boolean {
  return readAt.getTime() - seen.getTime() > thresholds.silenceSeconds * 1000;
}
