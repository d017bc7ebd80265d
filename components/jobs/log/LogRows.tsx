import { useVirtualizer } from '@tanstack/react-virtual';
import type { RefObject } from 'react';
import type { LogLine } from './lines';
import { LogRow } from './LogRow';

/** Beyond this many lines only those in view are drawn. */
const DRAWN_AT_ONCE = 300;
const USUAL_HEIGHT = 24;

interface Rows {
  lines: LogLine[];
  scroller: RefObject<HTMLDivElement | null>;
  content: RefObject<HTMLDivElement | null>;
}

/** The lines of the log, oldest first. */
export function LogRows(rows: Rows) {
  return rows.lines.length > DRAWN_AT_ONCE ? <VirtualRows {...rows} /> : <PlainRows {...rows} />;
}

function PlainRows({ lines, content }: Rows) {
  return (
    <div ref={content} className="py-1.5">
      {lines.map((line) => (
        <LogRow key={line.number} line={line} />
      ))}
    </div>
  );
}

function VirtualRows({ lines, scroller, content }: Rows) {
  const virtualizer = useVirtualizer({
    count: lines.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => USUAL_HEIGHT,
    getItemKey: (index) => lines[index]?.number ?? index,
    overscan: 20,
  });
  return (
    <div ref={content} className="relative" style={{ height: virtualizer.getTotalSize() }}>
      {virtualizer.getVirtualItems().map(({ key, index, start }) => {
        const line = lines[index];
        return (
          line && (
            <div
              key={key}
              ref={virtualizer.measureElement}
              data-index={index}
              className="absolute inset-x-0 top-0"
              style={{ transform: `translateY(${start}px)` }}
            >
              <LogRow line={line} />
            </div>
          )
        );
      })}
    </div>
  );
}
