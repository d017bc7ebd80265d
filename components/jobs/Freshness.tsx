'use client';

import type { Problem } from '@/lib/contract/problem';
import { Age } from '@/components/ui/Age';
import type { Aged } from '@/components/ui/age-words';
import { useNow } from '@/components/ui/now';
import { Pill } from '@/components/ui/Pill';
import { Moment } from './Moment';

/** How old the facts of a page are. Final ones are not read any more, so that their age is no cause for worry. */
export function Freshness({
  answer: { asOf, intervalSeconds, retryAt },
  problem,
}: {
  answer: Omit<Aged, 'problem'>;
  problem: Problem | null;
}) {
  const now = useNow();
  if (intervalSeconds === null && asOf && !problem) {
    return (
      <Pill>
        <span>
          Final, read <Moment instant={asOf} />
        </span>
      </Pill>
    );
  }
  return (
    <Age
      asOf={asOf}
      intervalSeconds={intervalSeconds}
      problem={problem}
      retryAt={retryAt ?? null}
      now={now}
    />
  );
}
