import { useId } from 'react';
import { Icon } from '@/components/ui/icons';
import { fieldClassName } from '@/components/ui/TextField';
import { COLUMNS, columnOf } from '../view/columns';
import { type FleetView, USUAL_SORT } from '../view/fleet-view';

/** Sorts cards, which have no headings, by any column or by a tag that the table would show. */
export function CardSort({
  view,
  onChange,
}: {
  view: FleetView;
  onChange: (view: FleetView) => void;
}) {
  const id = useId();
  const { key: sorted, descending } = view.sort[0] ?? USUAL_SORT[0];
  const keys = new Set([...COLUMNS.map(({ key }) => key), ...view.columns, sorted]);
  const turn = descending ? 'Sort ascending' : 'Sort descending';
  return (
    <span className="flex items-center gap-2">
      <label htmlFor={id} className="shrink-0">
        Sort by
      </label>
      <select
        id={id}
        value={sorted}
        onChange={({ target }) =>
          onChange({ ...view, sort: [{ key: target.value, descending: false }] })
        }
        className={fieldClassName}
      >
        {[...keys].map((key) => (
          <option key={key} value={key}>
            {columnOf(key)?.label ?? key}
          </option>
        ))}
      </select>
      <button
        type="button"
        aria-label={turn}
        title={turn}
        onClick={() => onChange({ ...view, sort: [{ key: sorted, descending: !descending }] })}
        className="inline-flex size-9 shrink-0 items-center justify-center rounded-md hover:bg-done-soft hover:text-ink"
      >
        <Icon name={descending ? 'down' : 'up'} />
      </button>
    </span>
  );
}
