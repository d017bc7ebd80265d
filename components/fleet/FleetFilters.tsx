import { useId } from 'react';
import { Button } from '@/components/ui/Button';
import { fieldClassName } from '@/components/ui/TextField';
import type { FleetRow } from './fleet-row';
import type { FleetView } from './fleet-view';
import { launchStateLabel } from './labels';

export function FleetFilters({
  rows,
  view,
  onChange,
  shown,
  onSelectAll,
  onHelp,
}: {
  rows: readonly FleetRow[];
  view: FleetView;
  onChange: (view: FleetView) => void;
  shown: number;
  onSelectAll: () => void;
  onHelp: () => void;
}) {
  const id = useId();
  return (
    <search className="mb-3 flex flex-wrap items-center gap-2">
      <label htmlFor={`${id}-search`} className="sr-only">
        Search
      </label>
      <input
        id={`${id}-search`}
        type="search"
        value={view.search}
        placeholder="Name, id, address, tag, system"
        onChange={(event) => onChange({ ...view, search: event.target.value })}
        className={`${fieldClassName} max-w-md flex-1 basis-48`}
      />
      <div className="w-56">
        <label htmlFor={`${id}-state`} className="sr-only">
          Launch state
        </label>
        <select
          id={`${id}-state`}
          value={view.state}
          onChange={(event) => onChange({ ...view, state: event.target.value })}
          className={fieldClassName}
        >
          <option value="">Every launch state</option>
          {countStates(rows).map(([state, count]) => (
            <option key={state} value={state}>
              {launchStateLabel(state)} ({count})
            </option>
          ))}
        </select>
      </div>
      <Button onClick={onSelectAll} disabledReason={shown === 0 ? 'No server matches.' : undefined}>
        Select all {shown.toLocaleString('en')}
      </Button>
      <Button variant="quiet" onClick={onHelp} aria-label="Help with keys">
        ?
      </Button>
      <p role="status" className="sr-only">
        {shown} of {rows.length} servers shown
      </p>
    </search>
  );
}

function countStates(rows: readonly FleetRow[]): [state: string, count: number][] {
  const counts = new Map<string, number>();
  for (const { launchState } of rows) counts.set(launchState, (counts.get(launchState) ?? 0) + 1);
  return [...counts].toSorted(([one], [other]) =>
    launchStateLabel(one).localeCompare(launchStateLabel(other)),
  );
}
