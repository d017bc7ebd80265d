import { formatUTC } from '@/lib/format';
import type { Facts } from '../facts';
import type { Finding } from '../rule';

/** Calls take a while and clocks are never quite the same: so much is no fault, in milliseconds. */
const TOLERANCE = 60_000;

/** "DRS answered at 10:00:00 UTC by its own clock". */
export function describeClock({ clock, readAt, now }: Facts): string {
  return clock.offset === undefined
    ? 'DRS has not answered yet'
    : `DRS answered at ${formatUTC(readAt, now)} by its own clock`;
}

/** Every age is the difference of two clocks: with one that is off, a dead client may look alive. */
export function judgeClock(facts: Facts): Finding {
  if (facts.clock.isSimulated || facts.isOver) return 'not-applicable';
  const offset = offsetOf(facts);
  if (Math.abs(offset) <= TOLERANCE) return 'pass';
  const minutes = `${Math.floor(Math.abs(offset) / 60_000)} min`;
  return {
    verdict: 'caution',
    sentence: `The clock of the Homeward server is ${minutes} ${offset > 0 ? 'behind' : 'ahead of'} that of DRS.`,
    remedy:
      'Set the clock of the machine that runs Homeward, best by NTP: until then no age on screen is right.',
  };
}

/** Unless DRS has told it: whoever was seen after the reading was seen by a clock that is ahead of ours by that much. */
function offsetOf({ clock, asOf, clientSeen = asOf, agentSeen = asOf }: Facts): number {
  const seen = Math.max(clientSeen.getTime(), agentSeen.getTime());
  return clock.offset ?? Math.max(0, seen - asOf.getTime());
}
