'use client';

import type { ReactNode } from 'react';
import type { Problem } from '@/lib/contract/problem';
import { Age } from './Age';
import type { Aged } from './age-words';
import { useNow } from './now';
import { Pill } from './Pill';
import { Moment } from './Moment';

/** How old the facts of a page are. Final ones are not read any more, so that their age is no cause for worry. */
export function Freshness({
  answer: { asOf, intervalSeconds, retryAt },
  problem,
  children,
}: {
  answer: Omit<Aged, 'problem'>;
  problem: Problem | null;
  /** What it is that was read, where a page has several. */
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
