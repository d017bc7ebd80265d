'use client';

import { QueryClient, QueryClientProvider, keepPreviousData } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { NowProvider } from '@/components/ui/now';

/** What every page of the console stands on: the query cache and the clock. */
export function Providers({ renderedAt, children }: { renderedAt: string; children: ReactNode }) {
  const [queries] = useState(makeQueryClient);
  return (
    <QueryClientProvider client={queries}>
      <NowProvider renderedAt={renderedAt}>{children}</NowProvider>
    </QueryClientProvider>
  );
}

function makeQueryClient() {
  return new QueryClient({
    defaultOptions: {
      queries: {
        // The next poll is the retry: a failure is told at once, and what was read before stays.
        retry: false,
        placeholderData: keepPreviousData,
        refetchOnWindowFocus: 'always',
        // Without a network the console on this very machine can still be reached.
        networkMode: 'always',
      },
      mutations: { networkMode: 'always' },
    },
  });
}
