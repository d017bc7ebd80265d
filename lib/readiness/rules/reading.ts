import { formatUTC } from '@/lib/format';
import type { Facts } from '../facts';
import type { Finding } from '../rule';

/** How long a reading may stand before what it says may no longer be so, in milliseconds. */
const STANDS = 2 * 60_000;

/** Whether what was read then may be told as what is. */
export function isFresh(read: Date, now: Date): boolean {
  return now.getTime() - read.getTime() <= STANDS;
}

/** The verdict is as old as the older of the two readings it is made from. */
export function olderReading({ asOf, jobsAsOf = asOf }: Facts): Date {
  return jobsAsOf < asOf ? jobsAsOf : asOf;
}

/** Green is not given from memory. */
export function judgeReading(facts: Facts): Finding {
  const { now, isOver } = facts;
  const read = olderReading(facts);
  if (isOver) return 'not-applicable';
  if (isFresh(read, now)) return 'pass';
  return {
    verdict: 'caution',
    sentence: `DRS was last read at ${formatUTC(read, now)}, and the server may have changed since.`,
    remedy: 'Wait until DRS can be read again.',
  };
}
