import { formatUTC } from '@/lib/format';
import type { Facts } from '../facts';
import type { Finding } from '../rule';

/** How long a reading may stand before what it says may no longer be so, in seconds. */
const STANDS_SECONDS = 2 * 60;

/** The verdict is as old as the older of the two readings it is made from. */
export function olderReading({ asOf, jobsAsOf = asOf }: Facts): Date {
  return jobsAsOf < asOf ? jobsAsOf : asOf;
}

/** Green is not given from memory. */
export function judgeReading(facts: Facts): Finding {
  const { now, isOver } = facts;
  const read = olderReading(facts);
  if (isOver) return 'not-applicable';
  if (now.getTime() - read.getTime() <= STANDS_SECONDS * 1000) return 'pass';
  return {
    verdict: 'caution',
    sentence: `DRS was last read at ${formatUTC(read, now)}, and the server may have changed since.`,
    remedy: 'Wait until DRS can be read again.',
  };
}
