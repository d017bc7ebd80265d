import { useId, useMemo, useState } from 'react';
import { fieldClassName } from '@/components/ui/TextField';
import type { FleetRow } from '@/lib/contract/fleet';
import { countTagKeys } from '../view/count-values';
import { tagFacet, tagOf } from '../view/facets';
import type { FleetView } from '../view/fleet-view';
import { FacetPanel } from './FacetPanel';

/** Chooses a tag key in use, and filters by its values. */
export function TagPanel({
  rows,
  view,
  onChange,
}: {
  rows: readonly FleetRow[];
  view: FleetView;
  onChange: (view: FleetView) => void;
}) {
  const id = useId();
  const keys = useMemo(() => countTagKeys(rows), [rows]);
  const [chosen, setChosen] = useState<string>();
  const filtered = [...view.filters.keys()].map(tagOf).find((tag) => tag !== undefined);
  // The key that most servers carry, other than the name, is the most useful one to start with.
  const usual = keys.find(([key]) => key !== 'Name') ?? keys[0];
  const tag = chosen ?? filtered ?? usual?.[0];
  const facet = useMemo(() => (tag === undefined ? undefined : tagFacet(tag)), [tag]);
  if (!facet) return <p className="px-2 py-1 text-muted">No server carries a tag.</p>;
  return (
    <>
      <label htmlFor={id} className="mb-1 block px-1 text-xs text-muted">
        Tag key
      </label>
      <select
        id={id}
        value={tag}
        onChange={(event) => setChosen(event.target.value)}
        className={`${fieldClassName} mb-1`}
      >
        {keys.map(([key, count]) => (
          <option key={key} value={key}>
            {key} ({count.toLocaleString('en')})
          </option>
        ))}
      </select>
      <FacetPanel key={tag} rows={rows} facet={facet} view={view} onChange={onChange} />
    </>
  );
}
