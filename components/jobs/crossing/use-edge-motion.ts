import { useLayoutEffect, useRef } from 'react';
import type { Axis } from './geometry';

/**
 * Keeps what moves in and under an element with the running edge: at the start of the axis at its beginning, at
 * the end at its end, however late the browser came to draw it. Nothing renders again for it.
 */
export function useEdgeMotion({ from, to, latest }: Axis) {
  const element = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const now = Date.now();
    // The clock of DRS may be ahead of ours; the edge never stands before something that happened.
    const passed = Math.max(now, latest) - from;
    for (const animation of element.current?.getAnimations({ subtree: true }) ?? []) {
      animation.effect?.updateTiming({ duration: to - from });
      const clock = animation.timeline?.currentTime;
      if (typeof clock === 'number') animation.startTime = clock - passed;
    }
  }, [from, to, latest]);
  return element;
}
