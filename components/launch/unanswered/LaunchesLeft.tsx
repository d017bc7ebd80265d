'use client';

import { Suspense, lazy } from 'react';
import { loadNotices } from './load-notices';
import { useNoticed } from './presses';

const PressNotices = lazy(loadNotices);

/** Launches whose review was left before their answer was seen; nothing on nearly every page. */
export function LaunchesLeft() {
  const presses = useNoticed();
  return (
    presses.length > 0 && (
      <Suspense>
        <PressNotices presses={presses} />
      </Suspense>
    )
  );
}
