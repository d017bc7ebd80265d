import { useVirtualizer } from '@tanstack/react-virtual';
import { type RefObject, useEffect } from 'react';
import type { LogLine } from './lines';
import { LogRow } from './LogRow';

/** Beyond this many lines only those in view are drawn. */
const DRAWN_AT_ONCE = 300;
const USUAL_HEIGHT = 24;

interface Rows {
  lines: LogLine[];
  scroller: RefObject<HTMLDivElement | null>;
  content: RefObject<HTMLDivElement | null>;
  /** The number of the line in the address, which is scrolled into view once. */
  marked: number | undefined;
  onMark: (number: number) => void;
}

/** The lines of the log, oldest first. */
export function LogRows(rows: Rows) {
  return rows.lines.length > DRAWN_AT_ONCE ? <VirtualRows {...rows} /> : <PlainRows {...rows} />;
}

function PlainRows({ lines, content, marked, onMark }: Rows) {
  const isThere = lines.some(({ number }) => number === marked);
  useEffect(() => {
    if (!isThere) return;
    content.current?.querySelector(`[data-line="${marked}"]`)?.scrollIntoView({ block: 'center' });
  }, [marked, isThere, content]);
  return (
    <div ref={content} className="py-1.5">
      {lines.map((line) => (
        <LogRow key={line.number} line={line} isMarked={line.number === marked} onMark={onMark} />
      ))}
    </div>
  );
}

function VirtualRows({ lines, scroller, content, marked, onMark }: Rows) {
  const virtualizer = useVirtualizer({
    count: lines.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => USUAL_HEIGHT,
    getItemKey: (index) => lines[index]?.number ?? index,
    overscan: 20,
  });
  const index = lines.findIndex(({ number }) => number === marked);
  useEffect(() => {
    if (index < 0) return;
    scroller.current?.scrollIntoView({ block: 'nearest' });
    virtualizer.scrollToIndex(index, { align: 'center' });
  }, [index, virtualizer, scroller]);
  return (
    <div ref={content} className="relative" style={{ height: virtualizer.getTotalSize() }}>
      {virtualizer.getVirtualItems().map(({ key, index: place, start }) => {
        const line = lines[place];
        return (
          line && (
            <div
              key={key}
              ref={virtualizer.measureElement}
              data-index={place}
              className="absolute inset-x-0 top-0"
              style={{ transform: `translateY(${start}px)` }}
            >
              <LogRow line={line} isMarked={line.number === marked} onMark={onMark} />
            </div>
          )
        );
      })}
    </div>
  );
}
