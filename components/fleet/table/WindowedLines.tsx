'use client';

import { useWindowVirtualizer } from '@tanstack/react-virtual';
import {
  Fragment,
  type ReactNode,
  type RefObject,
  useCallback,
  useEffect,
  useLayoutEffect,
  useState,
} from 'react';
import { Gap } from './Gap';
import type { Item } from './items';
import type { Layout } from './layout';
import { linesToDraw } from './line-range';
import { heightOf } from './line-shift';

/**
 * The lines near the window only, and the room that the others take. The active one stays, for it has the focus.
 * Another layout needs another `key`, for the heights are taken down once.
 */
export function WindowedLines({
  items,
  activeIndex,
  line,
  body,
  scrollTo,
  layout,
  columnCount,
}: {
  items: readonly Item[];
  activeIndex: number;
  line: (index: number) => ReactNode;
  body: RefObject<HTMLTableSectionElement | null>;
  scrollTo: RefObject<((index: number) => void) | undefined>;
  layout: Layout;
  columnCount: number;
}) {
  const [scrollMargin, setScrollMargin] = useState(0);
  useLayoutEffect(() => {
    setScrollMargin((body.current?.getBoundingClientRect().top ?? 0) + window.scrollY);
  }, [body, items, layout]);
  // With another function all lines are measured again; so it is another one with other lines only.
  const keyOf = useCallback((index: number) => items[index]?.key ?? index, [items]);
  const virtualizer = useWindowVirtualizer({
    count: items.length,
    estimateSize: (index) => {
      const item = items[index];
      return item ? heightOf(item, layout) : 0;
    },
    getItemKey: keyOf,
    initialRect: { width: window.innerWidth, height: window.innerHeight },
    overscan: 4,
    scrollMargin,
    scrollPaddingStart: 56,
    scrollPaddingEnd: 96,
    rangeExtractor: (range) => linesToDraw(range, activeIndex),
  });
  useEffect(() => {
    scrollTo.current = (index) => virtualizer.scrollToIndex(index);
    return () => {
      scrollTo.current = undefined;
    };
  }, [scrollTo, virtualizer]);
  let end = scrollMargin;
  const lines = virtualizer.getVirtualItems().map((item) => {
    const gap = item.start - end;
    ({ end } = item);
    return (
      <Fragment key={item.key}>
        <Gap height={gap} columnCount={columnCount} />
        {line(item.index)}
      </Fragment>
    );
  });
  return (
    <>
      {lines}
      <Gap height={virtualizer.getTotalSize() + scrollMargin - end} columnCount={columnCount} />
    </>
  );
}
