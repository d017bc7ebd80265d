import { useWindowVirtualizer } from '@tanstack/react-virtual';
import { type RefObject, useEffect, useState } from 'react';
import { FleetTableRow } from './FleetTableRow';
import type { FleetRow } from './fleet-row';
import type { Selection } from './selection';

const ROW_HEIGHT = 57;

/** The rows near the window only, and the room that the others take. */
export function WindowedRows({
  rows,
  selected,
  onChoose,
  body,
  columns,
}: {
  rows: FleetRow[];
  selected: Selection;
  onChoose: (id: string, select: boolean, isRange: boolean) => void;
  body: RefObject<HTMLTableSectionElement | null>;
  columns: number;
}) {
  const [scrollMargin, setScrollMargin] = useState(0);
  useEffect(() => {
    setScrollMargin((body.current?.getBoundingClientRect().top ?? 0) + window.scrollY);
  }, [body]);
  const virtualizer = useWindowVirtualizer({
    count: rows.length,
    estimateSize: () => ROW_HEIGHT,
    overscan: 20,
    scrollMargin,
  });
  const items = virtualizer.getVirtualItems();
  const before = (items[0]?.start ?? scrollMargin) - scrollMargin;
  const end = (items.at(-1)?.end ?? scrollMargin) - scrollMargin;
  return (
    <>
      <Gap height={before} columns={columns} />
      {items.map(({ index }) => {
        const row = rows[index];
        return (
          row && (
            <FleetTableRow
              key={row.id}
              row={row}
              rowIndex={index + 2}
              isSelected={selected.has(row.id)}
              onChoose={onChoose}
            />
          )
        );
      })}
      <Gap height={virtualizer.getTotalSize() - end} columns={columns} />
    </>
  );
}

function Gap({ height, columns }: { height: number; columns: number }) {
  if (height <= 0) return null;
  return (
    <tr aria-hidden style={{ height }}>
      <td colSpan={columns} />
    </tr>
  );
}
