import { useLayoutEffect, useRef } from 'react';
import { useClock } from '@/components/ui/now';
import type { Axis } from './geometry';

/**
 * Keeps what moves in and under an element with the running edge: at the start of the axis at its beginning, at
 * the end at its end, however late the browser came to draw it. Nothing renders again for it.
 */
export function useEdgeMotion({ from, to, latest }: Axis) {
  const element = useRef<HTMLDivElement>(null);
  const clock = useClock();
  useLayoutEffect(() => {
    // The clock of DRS may be ahead of ours; the edge never stands before something that happened.
    const passed = Math.max(clock(), latest) - from;
    for (const animation of element.current?.getAnimations({ subtree: true }) ?? []) {
      animation.effect?.updateTiming({ duration: to - from });
      const played = animation.timeline?.currentTime;
      if (typeof played === 'number') animation.startTime = played - passed;
    }
  }, [clock, from, to, latest]);
  return element;
}
