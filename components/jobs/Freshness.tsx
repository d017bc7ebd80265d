'use client';

import type { Problem } from '@/lib/contract/problem';
import { Age } from '@/components/ui/Age';
import { useNow } from '@/components/ui/now';
import { Pill } from '@/components/ui/Pill';
import { Moment } from './Moment';

/**
 * How old the facts of a page are. `interval` is how often they are read, in milliseconds; false when they
 * are final and not read any more, so that their age is no cause for worry.
 */
export function Freshness({
  asOf,
  interval,
  problem,
}: {
  asOf: string | null;
  interval: number | false;
  problem: Problem | null;
}) {
  const now = useNow();
  if (interval === false && asOf && !problem) {
    return (
      <Pill>
        <span>
          Final, read <Moment instant={asOf} />
        </span>
      </Pill>
    );
  }
  return <Age asOf={asOf} intervalSeconds={(interval || 0) / 1000} problem={problem} now={now} />;
}
