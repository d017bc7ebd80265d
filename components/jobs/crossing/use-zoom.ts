import { type RefObject, useEffect, useState } from 'react';
import type { Span } from './geometry';
import { type Move, moveOf, moveView } from './zoom';

/** The part of a whole that is in view, moved by `move` and by the keys that are pressed inside of `element`. */
export function useZoom(element: RefObject<HTMLElement | null>, whole: Span) {
  const [view, setView] = useState<Span | null>(null);
  const { from, to } = whole;
  useEffect(() => {
    const keyed = element.current;
    if (!keyed) return;
    function onKeyDown(event: KeyboardEvent) {
      const move = moveOf(event.key);
      if (!move || event.metaKey || event.ctrlKey || event.altKey) return;
      event.preventDefault();
      setView((before) => moveView(before, { from, to }, move));
    }
    keyed.addEventListener('keydown', onKeyDown);
    return () => keyed.removeEventListener('keydown', onKeyDown);
  }, [element, from, to]);
  return { view, move: (move: Move) => setView((before) => moveView(before, whole, move)) };
}
