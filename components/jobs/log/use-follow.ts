import { useEffect, useRef, useState } from 'react';
import { afterScroll, FOLLOWING, type Follow } from './follow';

/**
 * Keeps the end of a scrolling list in view until the reader scrolls up. `newest` is the number of the
 * newest line there is; `marked` is that of the line in the address, which pauses it. Give `scroller` to the element that scrolls and `content` to what it holds.
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
    // New lines, measured heights and a changed window all move the end.
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
    // Growth also leaves a distance; only a scroll upwards comes from the reader.
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
