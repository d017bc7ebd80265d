'use client';

import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, createContext, useContext, useEffect, useState } from 'react';
import { useClock } from '@/components/ui/now';
import type { ConnectionState } from '@/lib/queries/live/connection';
import { loadCode } from '@/lib/queries/live/load-code';

const Connection = createContext<ConnectionState>({ kind: 'connecting' });

/** Keeps what is on screen up to date from one stream for the whole browser. */
export function LiveConnection({ children }: { children: ReactNode }) {
  const client = useQueryClient();
  const clock = useClock();
  const [state, setState] = useState<ConnectionState>({ kind: 'connecting' });
  useEffect(() => {
    const leaving = new AbortController();
    const onState = (next: ConnectionState) => setState(toClock(next, clock));
    void startWhenLoaded(client, onState, leaving.signal);
    return () => leaving.abort();
  }, [client, clock]);
  return <Connection value={state}>{children}</Connection>;
}

/** The state of the connection between this browser and the console. */
export function useConnection(): ConnectionState {
  return useContext(Connection);
}

/** The connection uses the clock of the browser, and the page that of the server. */
function toClock(state: ConnectionState, clock: () => number): ConnectionState {
  if (state.kind !== 'waiting') return state;
  return { ...state, retryAt: state.retryAt - Date.now() + clock() };
}

/** Loaded after the page, because its first answer does not need the stream. */
async function startWhenLoaded(
  client: QueryClient,
  onState: (state: ConnectionState) => void,
  leaving: AbortSignal,
) {
  const code = await loadCode(() => import('@/lib/queries/live/start-live'), onState, leaving);
  if (!code || leaving.aborted) return;
  const stop = code.startLive(client, onState);
  leaving.addEventListener('abort', stop);
}
