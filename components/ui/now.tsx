'use client';

import { type ReactNode, createContext, useContext, useEffect, useState } from 'react';
import { type Reading, serverClock } from './server-clock';

const Now = createContext(new Date(0));
const Clock = createContext((): number => 0);

/**
 * One ticking clock for the whole page, by the time of the server, of which everything on it is. It starts from the
 * instant at which the server rendered, so that the first paint in the browser agrees with the server's.
 */
export function NowProvider({ renderedAt, children }: { renderedAt: string; children: ReactNode }) {
  const [now, setNow] = useState(() => new Date(renderedAt));
  const [clock] = useState(() => clockFrom(renderedAt));
  useEffect(() => {
    const tick = () => setNow(new Date(clock()));
    tick();
    const timer = setInterval(tick, 1000);
    return () => clearInterval(timer);
  }, [clock]);
  return (
    <Clock value={clock}>
      <Now value={now}>{children}</Now>
    </Clock>
  );
}

/** The present second. A component that uses it renders again with each tick, so use it in small ones. */
export function useNow(): Date {
  return useContext(Now);
}

/** A function that gives the present in milliseconds since the epoch, for effects and events; it causes no render. */
export function useClock(): () => number {
  return useContext(Clock);
}

function clockFrom(renderedAt: string): () => number {
  let clock: ReturnType<typeof serverClock> | undefined;
  return () => {
    clock ??= serverClock(Date.parse(renderedAt), whenAsked());
    return clock(read());
  };
}

const read = (): Reading => ({ wall: Date.now(), steady: performance.now() });

/** When the browser asked for the page. The server rendered it later, so ages are overstated rather than understated. */
function whenAsked(): Reading {
  const [navigation] = performance.getEntriesByType('navigation');
  const asked = navigation instanceof PerformanceNavigationTiming ? navigation.requestStart : 0;
  const { wall, steady } = read();
  return { wall: wall - (steady - asked), steady: asked };
}
