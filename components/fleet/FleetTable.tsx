import { Suspense, lazy, useRef } from 'react';
import { Checkbox } from '@/components/ui/Checkbox';
import { classNames } from '@/components/ui/class-names';
import { Icon } from '@/components/ui/icons';
import { FleetTableRow } from './FleetTableRow';
import type { FleetRow } from './fleet-row';
import type { Selection } from './selection';
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

/** Below this every row is simply there, so that the browser's own search finds it. */
const WINDOWED_FROM = 300;
/** Loaded by those who need it: most fleets are shown whole. */
const WindowedRows = lazy(() =>
  import('./WindowedRows').then((module) => ({ default: module.WindowedRows })),
);

interface Props {
  rows: FleetRow[];
  view: FleetView;
  onSort: (view: FleetView) => void;
  selected: Selection;
  onChoose: (id: string, select: boolean, isRange: boolean) => void;
  onChooseAll: (select: boolean) => void;
}

export function FleetTable(props: Props) {
  const { rows, selected, onChoose, onChooseAll } = props;
  const body = useRef<HTMLTableSectionElement>(null);
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
          {rows.length > WINDOWED_FROM ? (
            <Suspense>
              <WindowedRows
                rows={rows}
                selected={selected}
                onChoose={onChoose}
                body={body}
                columns={COLUMNS.length + 1}
              />
            </Suspense>
          ) : (
            rows.map((row, index) => (
              <FleetTableRow
                key={row.id}
                row={row}
                rowIndex={index + 2}
                isSelected={selected.has(row.id)}
                onChoose={onChoose}
              />
            ))
          )}
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
