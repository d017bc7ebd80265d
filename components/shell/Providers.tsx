'use client';

import { QueryClient, QueryClientProvider, keepPreviousData } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { NowProvider } from '@/components/ui/now';
import type { Target } from '@/lib/contract/target';
import { LiveConnection } from './LiveConnection';
import { PlaceGuard } from './PlaceGuard';
import { TargetsProvider } from './targets';

/** What every page needs: the query cache, the clock and the targets. */
export function Providers({
  renderedAt,
  targets,
  place,
  children,
}: {
  renderedAt: string;
  targets: readonly Target[];
  /** A digest of where the targets are. */
  place: string;
  children: ReactNode;
}) {
  const [queries] = useState(makeQueryClient);
  return (
    <QueryClientProvider client={queries}>
      <NowProvider renderedAt={renderedAt}>
        <TargetsProvider targets={targets}>
          <LiveConnection>
            <PlaceGuard place={place}>{children}</PlaceGuard>
          </LiveConnection>
        </TargetsProvider>
      </NowProvider>
    </QueryClientProvider>
  );
}

function makeQueryClient() {
  return new QueryClient({
    defaultOptions: {
      queries: {
        // The next poll is the retry, so a failure shows at once while the last data stay.
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
