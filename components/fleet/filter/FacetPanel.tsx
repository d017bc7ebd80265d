import { useMemo, useState } from 'react';
import { Checkbox } from '@/components/ui/Checkbox';
import { TextField } from '@/components/ui/TextField';
import type { FleetRow } from '@/lib/contract/fleet';
import { countValues } from '../view/count-values';
import type { Facet } from '../view/facets';
import { filterRowsBut } from '../view/filter-rows';
import { type FleetView, toggleValue } from '../view/fleet-view';

/** More values than this get a search field. */
const MANY = 8;
/** The most values listed. The search narrows them. */
const MOST = 100;

/** Lists the values of a facet with their counts among what matches the other filters. Checked ones are wanted. */
export function FacetPanel({
  rows,
  facet,
  view,
  onChange,
}: {
  rows: readonly FleetRow[];
  facet: Facet;
  view: FleetView;
  onChange: (view: FleetView) => void;
}) {
  const [search, setSearch] = useState('');
  const wanted = view.filters.get(facet.key) ?? [];
  const counts = useMemo(
    () => countValues(filterRowsBut(rows, view, facet.key), facet),
    [rows, view, facet],
  );
  const present = new Set(counts.map(([value]) => value));
  const values = [
    ...wanted.filter((value) => !present.has(value)).map((value): [string, number] => [value, 0]),
    ...counts,
  ];
  const found = values.filter(([value]) =>
    facet.labelOf(value).toLowerCase().includes(search.trim().toLowerCase()),
  );
  return (
    <>
      {values.length > MANY && (
        <TextField
          label={`Search in ${facet.label}`}
          hideLabel
          placeholder={`Search ${values.length.toLocaleString('en')} values`}
          value={search}
          onChange={(event) => setSearch(event.target.value)}
          className="mb-1"
        />
      )}
      <ul>
        {found.slice(0, MOST).map(([value, count]) => (
          <li key={value}>
            <label className="flex min-h-9 items-center gap-2 rounded-md px-2 hover:bg-done-soft">
              <Checkbox
                checked={wanted.includes(value)}
                onChange={() =>
                  onChange({ ...view, filters: toggleValue(view.filters, facet.key, value) })
                }
              />
              <bdi className="min-w-0 flex-1 truncate">{facet.labelOf(value)}</bdi>
              <span className="text-muted">{count.toLocaleString('en')}</span>
            </label>
          </li>
        ))}
      </ul>
      {found.length === 0 && <p className="px-2 py-1 text-muted">None</p>}
      {found.length > MOST && (
        <p className="px-2 py-1 text-xs text-muted">
          {(found.length - MOST).toLocaleString('en')} more: search for them
        </p>
      )}
    </>
  );
}
