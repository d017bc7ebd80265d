import { useEffect, useRef, useState } from 'react';
import { afterScroll, FOLLOWING, type Follow } from './follow';

/**
 * Keeps the end of a scrolling list in view until the reader scrolls up. `newest` is the number of the
 * newest line there is; `marked` is that of a line the reader came for, which pauses. Give `scroller` to the element that scrolls and `content` to what it holds.
 */
export function useFollow(newest: number, marked: number | undefined) {
  const scroller = useRef<HTMLDivElement>(null);
  const content = useRef<HTMLDivElement>(null);
  const lastTop = useRef(0);
  const [follow, setFollow] = useState<Follow>(FOLLOWING);
  const [pausedFor, setPausedFor] = useState<number>();
  if (marked !== pausedFor) {
    setPausedFor(marked);
    if (marked !== undefined) setFollow(paused(newest));
  }

  useEffect(() => {
    const view = scroller.current;
    if (!follow.following || !view || !content.current) return;
    // Lines arrive, are measured, wrap anew when the window changes: each moves the end.
    const observer = new ResizeObserver(() => {
      view.scrollTop = view.scrollHeight;
    });
    observer.observe(content.current);
    observer.observe(view);
    return () => observer.disconnect();
  }, [follow.following]);

  function onScroll() {
    const view = scroller.current;
    if (!view) return;
    const distance = view.scrollHeight - view.scrollTop - view.clientHeight;
    const wentUp = view.scrollTop < lastTop.current;
    lastTop.current = view.scrollTop;
    // Growth leaves a distance too; only going up is the reader's.
    setFollow((before) =>
      wentUp || !before.following ? afterScroll(before, distance, newest) : before,
    );
  }

  return {
    scroller,
    content,
    follow,
    onScroll,
    resume: () => setFollow(FOLLOWING),
    pause: () => setFollow(paused(newest)),
  };
}

const paused = (newest: number): Follow => ({ following: false, lastSeen: newest });
