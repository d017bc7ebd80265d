'use client';

import { type ReactNode, useEffect, useSyncExternalStore } from 'react';
import { Button } from '@/components/ui/Button';
import { hasOtherPlace, onOtherPlace, setPlaceOfPage } from '@/lib/queries/place';

/** Shows the console as long as it is connected to the place that this page was made for. */
export function PlaceGuard({ place, children }: { place: string; children: ReactNode }) {
  useEffect(() => setPlaceOfPage(place), [place]);
  const isOther = useSyncExternalStore(onOtherPlace, hasOtherPlace, () => false);
  if (!isOther) return children;
  return (
    <main className="mx-auto max-w-xl px-4 pt-16 text-center">
      <div role="alert" className="mb-4">
        <h1 className="mb-2">This console is connected to another place now</h1>
        <p className="text-muted">
          It was restarted with other targets, another Region or role, or AWS instead of the
          simulator. What this page showed is of before, and nothing is launched from it any more.
        </p>
      </div>
      <Button onClick={() => window.location.reload()}>Reload</Button>
    </main>
  );
}
