'use client';

import { type RefObject, useEffect, useLayoutEffect, useRef } from 'react';
import type { FleetView } from '../view/fleet-view';
import type { Item } from './items';
import type { Layout } from './layout';
import { rowShift } from './row-shift';

/**
 * Keeps the visible rows in place when a reading adds or removes rows above the window. It does nothing when the
 * operator changes the view.
 */
export function useScrollAnchor(
  body: RefObject<HTMLElement | null>,
  { items, view, layout }: { items: readonly Item[]; view: FleetView; layout: Layout },
) {
  const before = useRef({ items, view, layout });
  // Fewer rows may shorten the page so far that the browser scrolls before the effect below runs.
  const scrolled = useRef(0);
  useEffect(() => {
    const follow = () => {
      scrolled.current = window.scrollY;
    };
    follow();
    window.addEventListener('scroll', follow, { passive: true });
    return () => window.removeEventListener('scroll', follow);
  }, []);
  useLayoutEffect(() => {
    const old = before.current;
    before.current = { items, view, layout };
    if (old.items === items || old.view !== view || old.layout !== layout) return;
    const start = (body.current?.getBoundingClientRect().top ?? 0) + window.scrollY;
    const above = scrolled.current - start;
    if (above <= 0) return;
    window.scrollTo(0, scrolled.current + rowShift(old.items, items, { above, layout }));
  }, [body, items, view, layout]);
}
