'use client';

import { useVirtualizer } from '@tanstack/react-virtual';
import { type ReactNode, useRef } from 'react';

/** The height of a line that does not wrap, in pixels; the others are measured. */
const LINE_HEIGHT = 28;

/** A list of any length in a box that scrolls. Only the lines near the view are rendered; each states its position. */
export function ScrolledList<Item>({
  label,
  items,
  keyOf,
  children,
}: {
  label: string;
  items: readonly Item[];
  keyOf: (item: Item) => string;
  children: (item: Item) => ReactNode;
}) {
  const box = useRef<HTMLDivElement>(null);
  const virtualizer = useVirtualizer({
    count: items.length,
    getScrollElement: () => box.current,
    estimateSize: () => LINE_HEIGHT,
    overscan: 10,
    // Used until the box has been measured.
    initialRect: { width: 600, height: 224 },
  });
  return (
    <div
      ref={box}
      tabIndex={0}
      role="group"
      aria-label={label}
      className="max-h-56 overflow-y-auto"
    >
      <ul className="relative" style={{ height: virtualizer.getTotalSize() }}>
        {virtualizer.getVirtualItems().map(({ index, start }) => {
          const item = items[index];
          return (
            item !== undefined && (
              <li
                key={keyOf(item)}
                ref={virtualizer.measureElement}
                data-index={index}
                aria-setsize={items.length}
                aria-posinset={index + 1}
                className="absolute inset-x-0 top-0 py-0.5"
                style={{ transform: `translateY(${start}px)` }}
              >
                {children(item)}
              </li>
            )
          );
        })}
      </ul>
    </div>
  );
}
