'use client';

import { ErrorState } from '@/components/ui/ErrorState';

/** A fault in a page itself; the rest of the console goes on. */
export default function PageError({ error, reset }: { error: Error; reset: () => void }) {
  return (
    <ErrorState
      problem={{
        type: 'about:blank',
        title: 'This page has failed',
        status: 0,
        detail: `Nothing was sent to DRS because of it. ${error.message}`,
        code: 'page-failed',
      }}
      onRetry={reset}
    />
  );
}
