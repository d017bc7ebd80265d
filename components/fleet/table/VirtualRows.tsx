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
import { Spacer } from './Spacer';
import type { Item } from './items';
import type { Layout } from './layout';
import { rowsToRender } from './row-range';
import { heightOf } from './row-shift';

/**
 * Renders the rows near the window, and spacers for the others. The active row stays, because it has the focus.
 * Another layout needs another `key`, because the heights are measured once.
 */
export function VirtualRows({
  items,
  activeIndex,
  renderRow,
  body,
  scrollTo,
  layout,
  columnCount,
}: {
  items: readonly Item[];
  activeIndex: number;
  renderRow: (index: number) => ReactNode;
  body: RefObject<HTMLTableSectionElement | null>;
  scrollTo: RefObject<((index: number) => void) | undefined>;
  layout: Layout;
  columnCount: number;
}) {
  const [scrollMargin, setScrollMargin] = useState(0);
  useLayoutEffect(() => {
    setScrollMargin((body.current?.getBoundingClientRect().top ?? 0) + window.scrollY);
  }, [body, items, layout]);
  // A new function makes the virtualizer measure all rows again, so it changes with the rows only.
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
    rangeExtractor: (range) => rowsToRender(range, activeIndex),
  });
  useEffect(() => {
    scrollTo.current = (index) => virtualizer.scrollToIndex(index);
    return () => {
      scrollTo.current = undefined;
    };
  }, [scrollTo, virtualizer]);
  let end = scrollMargin;
  const rows = virtualizer.getVirtualItems().map((item) => {
    const gap = item.start - end;
    ({ end } = item);
    return (
      <Fragment key={item.key}>
        <Spacer height={gap} columnCount={columnCount} />
        {renderRow(item.index)}
      </Fragment>
    );
  });
  return (
    <>
      {rows}
      <Spacer height={virtualizer.getTotalSize() + scrollMargin - end} columnCount={columnCount} />
    </>
  );
}
