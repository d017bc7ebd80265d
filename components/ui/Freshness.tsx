'use client';

import type { ReactNode } from 'react';
import type { Problem } from '@/lib/contract/problem';
import { Age } from './Age';
import type { Aged } from './age-words';
import { useNow } from './now';
import { Pill } from './Pill';
import { Moment } from './Moment';

/** How old the facts of a page are. Final facts are not read any more, so their age is no caution. */
export function Freshness({
  answer: { asOf, intervalSeconds, retryAt },
  problem,
  children,
}: {
  answer: Omit<Aged, 'problem'>;
  problem: Problem | null;
  /** What was read, where a page has several readings. */
  children?: ReactNode;
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
    >
      {children}
    </Age>
  );
}
