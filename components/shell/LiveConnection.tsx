'use client';

import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, createContext, useContext, useEffect, useState } from 'react';
import type { ConnectionState } from '@/lib/queries/live/connection';

const Connection = createContext<ConnectionState>({ kind: 'connecting' });

/** Keeps what is on screen up to date from one stream for the whole browser. */
export function LiveConnection({ children }: { children: ReactNode }) {
  const client = useQueryClient();
  const [state, setState] = useState<ConnectionState>({ kind: 'connecting' });
  useEffect(() => {
    const leaving = new AbortController();
    void startWhenLoaded(client, setState, leaving.signal);
    return () => leaving.abort();
  }, [client]);
  return <Connection value={state}>{children}</Connection>;
}

/** How things stand between this browser and the console. */
export function useConnection(): ConnectionState {
  return useContext(Connection);
}

/** Loaded once the page is there: its first answer does not need the stream. */
async function startWhenLoaded(
  client: QueryClient,
  onState: (state: ConnectionState) => void,
  leaving: AbortSignal,
) {
  const { startLive } = await import('@/lib/queries/live/start-live');
  if (leaving.aborted) return;
  const stop = startLive(client, onState);
  leaving.addEventListener('abort', stop);
}
