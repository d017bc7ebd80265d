import { Suspense, lazy, useMemo } from 'react';
import { Checkbox } from '@/components/ui/Checkbox';
import { classNames } from '@/components/ui/class-names';
import { Icon } from '@/components/ui/icons';
import type { FleetRow } from '@/lib/contract/fleet';
import type { Choose } from '../select/use-choose';
import type { Selection } from '../selection';
import { columnOf } from '../view/columns';
import { type FleetView, sortBy } from '../view/fleet-view';
import type { Layout } from './layout';

const CardSort = lazy(() => import('./CardSort').then((module) => ({ default: module.CardSort })));

/** The headings. Each sorts the table, with Shift as a further column. Cards have a list to sort by instead. */
export function FleetTableHead({
  view,
  onChange,
  shown,
  selected,
  onChoose,
  layout,
  isSticky,
}: {
  view: FleetView;
  onChange: (view: FleetView) => void;
  shown: readonly FleetRow[];
  selected: Selection;
  onChoose: Choose;
  layout: Layout;
  isSticky: boolean;
}) {
  const chosen = useMemo(
    () => shown.filter(({ recoveryInstanceID }) => selected.has(recoveryInstanceID)).length,
    [shown, selected],
  );
  const isCards = layout === 'cards';
  return (
    <thead
      className={classNames(
        'text-left text-xs text-muted',
        isCards ? 'block' : isSticky && 'sticky top-0 z-10',
      )}
    >
      <tr
        aria-rowindex={1}
        className={isCards ? 'flex items-center border-b border-line px-3' : undefined}
      >
        <th
          scope="col"
          className={classNames(HEAD, 'w-8 rounded-tl-xl', !isCards && `pl-4 ${BORDER}`)}
        >
          <Checkbox
            aria-label="Select all"
            checked={chosen > 0 && chosen === shown.length}
            isIndeterminate={chosen > 0 && chosen < shown.length}
            onChange={(event) => onChoose(shown, event.target.checked)}
          />
        </th>
        {isCards ? (
          <th scope="col" className={classNames(HEAD, 'min-h-13 flex-1 font-normal')}>
            <Suspense fallback={<span className="sr-only">Sort by</span>}>
              <CardSort view={view} onChange={onChange} />
            </Suspense>
          </th>
        ) : (
          view.columns.map((key) => (
            <SortHeading key={key} column={key} view={view} onChange={onChange} />
          ))
        )}
      </tr>
    </thead>
  );
}

/** Each heading has the border, because the border of the row would not stick with it. */
const HEAD = 'bg-surface py-2 last:rounded-tr-xl';
const BORDER = 'shadow-[inset_0_-1px_0_var(--line)]';

function SortHeading({
  column: key,
  view,
  onChange,
}: {
  column: string;
  view: FleetView;
  onChange: (view: FleetView) => void;
}) {
  const column = columnOf(key);
  const place = view.sort.findIndex((term) => term.key === key);
  const term = view.sort[place];
  return (
    <th
      scope="col"
      aria-sort={term ? (term.descending ? 'descending' : 'ascending') : undefined}
      className={classNames(HEAD, BORDER, 'py-0! font-normal', column?.isNumber && 'text-right')}
    >
      <button
        type="button"
        title="Shift sorts by it as a further column"
        onClick={(event) =>
          onChange({ ...view, sort: sortBy(view.sort, key, { isFurther: event.shiftKey }) })
        }
        className="inline-flex max-w-full items-center gap-1 rounded px-2 py-2 hover:text-ink"
      >
        <span className="truncate">{column?.label}</span>
        {term && (
          <Icon
            name={term.descending ? 'down' : 'up'}
            width={10}
            height={10}
            className="shrink-0"
          />
        )}
        {term && view.sort.length > 1 && <span>{place + 1}</span>}
      </button>
    </th>
  );
}
