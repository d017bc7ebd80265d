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
        detail: `The page itself has failed; what was launched goes on, and Launches shows it. ${error.message}`,
        code: 'page-failed',
      }}
      onRetry={reset}
    />
  );
}
