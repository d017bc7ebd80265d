'use client';

import { Alert } from '@/components/ui/Alert';

/** A fault in a page itself; the rest of the console goes on. Its code comes with every page, so there is little of it. */
export default function PageError({ error, reset }: { error: Error; reset: () => void }) {
  return (
    <Alert
      title="This page has failed"
      detail={`The page itself has failed; what was launched goes on, and Launches shows it. ${error.message}`}
      onRetry={reset}
    />
  );
}
