'use client';

import { Suspense, lazy } from 'react';
import { loadNotices } from './load-notices';
import { useNoticedAttempts } from './launch-attempts';

const UnansweredNotices = lazy(loadNotices);

/** Launches whose review was left before their answer was seen. As a rule there are none, so it loads when there are. */
export function UnansweredLaunches() {
  const attempts = useNoticedAttempts();
  return (
    attempts.length > 0 && (
      <Suspense>
        <UnansweredNotices attempts={attempts} />
      </Suspense>
    )
  );
}
