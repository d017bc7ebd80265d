import { formatUTC } from '@/lib/format';
import type { Facts } from '../facts';
import type { Finding } from '../rule';

/** How long a reading may stand before what it says may no longer be so, in milliseconds. */
const STANDS = 2 * 60_000;

/** The clock of the process that read may be so much ahead of that of the one that judges, in milliseconds. */
const TOLERANCE = 10_000;

/** Whether what was read then may be told as what is. */
export function isFresh(read: Date, now: Date): boolean {
  return now.getTime() - read.getTime() <= STANDS;
}

/** The verdict is as old as the older of the two readings it is made from. */
export function olderReading({ asOf, jobsAsOf = asOf }: Facts): Date {
  return jobsAsOf < asOf ? jobsAsOf : asOf;
}

/** Green is not given from memory, nor by a reading of which nobody knows how old it is. */
export function judgeReading(facts: Facts): Finding {
  const { now, isOver, asOf, jobsAsOf = asOf } = facts;
  if (isOver) return 'not-applicable';
  const newest = jobsAsOf > asOf ? jobsAsOf : asOf;
  if (newest.getTime() - now.getTime() > TOLERANCE) {
    return {
      verdict: 'caution',
      sentence: `DRS was last read at ${formatUTC(newest, now)}, which is still to come by the clock of the Homeward server.`,
      remedy:
        'Wait until DRS is read again, and set the clock of the Homeward server right if this stays.',
    };
  }
  const read = olderReading(facts);
  if (isFresh(read, now)) return 'pass';
  return {
    verdict: 'caution',
    sentence: `DRS was last read at ${formatUTC(read, now)}, and the server may have changed since.`,
    remedy: 'Wait until DRS can be read again.',
  };
}
