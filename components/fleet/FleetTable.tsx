import { useWindowVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef, useState } from 'react';
import { Checkbox } from '@/components/ui/Checkbox';
import { classNames } from '@/components/ui/class-names';
import { Icon } from '@/components/ui/icons';
import { FleetTableRow } from './FleetTableRow';
import type { FleetRow } from './fleet-row';
import type { FleetView, SortKey } from './fleet-view';

const COLUMNS: { key: SortKey; label: string; isNumber?: true }[] = [
  { key: 'name', label: 'Server' },
  { key: 'readiness', label: 'Can I press it?' },
  { key: 'launchState', label: 'Launch state' },
  { key: 'replication', label: 'Replication' },
  { key: 'lag', label: 'Lag', isNumber: true },
  { key: 'backlog', label: 'Backlog', isNumber: true },
  { key: 'origin', label: 'Origin' },
  { key: 'seen', label: 'Seen', isNumber: true },
];

const ROW_HEIGHT = 53;
/** Below this every row is simply there, so that the browser's own search finds it. */
const VIRTUAL_FROM = 300;

interface Props {
  rows: FleetRow[];
  view: FleetView;
  onSort: (view: FleetView) => void;
  selected: ReadonlySet<string>;
  onChoose: (id: string, select: boolean, isRange: boolean) => void;
  onChooseAll: (select: boolean) => void;
}

export function FleetTable(props: Props) {
  const { rows, selected, onChoose, onChooseAll } = props;
  const body = useRef<HTMLTableSectionElement>(null);
  const { visible, before, after } = useVisible(rows, body);
  const chosen = rows.filter(({ id }) => selected.has(id)).length;
  return (
    <div className="rounded-xl border border-line bg-surface lg:overflow-visible">
      <table aria-rowcount={rows.length + 1} className="w-full max-lg:block">
        <caption className="sr-only">Recovery instances</caption>
        <thead className="border-b border-line text-left text-xs text-muted max-lg:block">
          <tr className="max-lg:flex max-lg:items-center max-lg:px-3">
            <th scope="col" className="w-10 py-2 lg:pl-4">
              <Checkbox
                aria-label="Select all"
                checked={chosen === rows.length}
                isIndeterminate={chosen > 0 && chosen < rows.length}
                onChange={(event) => onChooseAll(event.target.checked)}
              />
            </th>
            {COLUMNS.map((column) => (
              <SortHeader
                key={column.key}
                column={column}
                view={props.view}
                onSort={props.onSort}
              />
            ))}
          </tr>
        </thead>
        <tbody ref={body} className="max-lg:block">
          <Gap height={before} />
          {visible.map(({ row, index }) => (
            <FleetTableRow
              key={row.id}
              row={row}
              rowIndex={index + 2}
              isSelected={selected.has(row.id)}
              onChoose={onChoose}
            />
          ))}
          <Gap height={after} />
        </tbody>
      </table>
    </div>
  );
}

function SortHeader({
  column: { key, label, isNumber },
  view,
  onSort,
}: { column: (typeof COLUMNS)[number] } & Pick<Props, 'view' | 'onSort'>) {
  const isSorted = view.sort === key;
  const direction = view.descending ? 'descending' : 'ascending';
  return (
    <th
      scope="col"
      aria-sort={isSorted ? direction : undefined}
      className={classNames(
        'font-normal',
        isNumber && 'text-right',
        // On a narrow screen the cards name their figures; sorting by the first two is enough there.
        key !== 'name' && key !== 'readiness' && 'max-lg:hidden',
      )}
    >
      <button
        type="button"
        onClick={() => onSort({ ...view, sort: key, descending: isSorted && !view.descending })}
        className="inline-flex items-center gap-1 rounded px-2 py-2 hover:text-ink"
      >
        {label}
        {isSorted && <Icon name={view.descending ? 'down' : 'up'} width={10} height={10} />}
      </button>
    </th>
  );
}

function Gap({ height }: { height: number }) {
  if (height <= 0) return null;
  return (
    <tr aria-hidden style={{ height }}>
      <td colSpan={COLUMNS.length + 1} />
    </tr>
  );
}

/** The rows near the window, and the room that the others take. */
function useVisible(rows: FleetRow[], body: { current: HTMLElement | null }) {
  const isVirtual = rows.length > VIRTUAL_FROM;
  const [scrollMargin, setScrollMargin] = useState(0);
  useEffect(() => {
    setScrollMargin((body.current?.getBoundingClientRect().top ?? 0) + window.scrollY);
  }, [body]);
  const virtualizer = useWindowVirtualizer({
    count: isVirtual ? rows.length : 0,
    estimateSize: () => ROW_HEIGHT,
    overscan: 20,
    scrollMargin,
  });
  if (!isVirtual) {
    return { visible: rows.map((row, index) => ({ row, index })), before: 0, after: 0 };
  }
  const items = virtualizer.getVirtualItems();
  const visible = items.flatMap(({ index }) => {
    const row = rows[index];
    return row ? [{ row, index }] : [];
  });
  return {
    visible,
    before: (items[0]?.start ?? scrollMargin) - scrollMargin,
    after: virtualizer.getTotalSize() - ((items.at(-1)?.end ?? scrollMargin) - scrollMargin),
  };
}
