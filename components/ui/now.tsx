'use client';

import { type ReactNode, createContext, useContext, useEffect, useState } from 'react';

const Now = createContext(new Date(0));

/**
 * One ticking clock for the whole page. It starts from the instant at which the server rendered, so that
 * the first paint in the browser agrees with the server's.
 */
export function NowProvider({ renderedAt, children }: { renderedAt: string; children: ReactNode }) {
  const [now, setNow] = useState(() => new Date(renderedAt));
  useEffect(() => {
    const tick = () => setNow(new Date());
    tick();
    const timer = setInterval(tick, 1000);
    return () => clearInterval(timer);
  }, []);
  return <Now value={now}>{children}</Now>;
}

/** The present second; whoever asks renders again with each tick, so ask in small components. */
export function useNow(): Date {
  return useContext(Now);
}
