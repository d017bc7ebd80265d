import { Suspense, lazy, useState } from 'react';
import { Button } from '@/components/ui/Button';
import { Icon } from '@/components/ui/icons';
import type { FleetRow } from '@/lib/contract/fleet';
import { formatCount } from '@/lib/format';
import { changeSelection, inverted, withServers } from '../selection';
import { facetOf } from '../view/facets';
import { type FleetView, isFiltering, toggleValue } from '../view/fleet-view';

const PasteDialog = lazy(() =>
  import('./PasteDialog').then((module) => ({ default: module.PasteDialog })),
);

/** Counts the servers that pass the filters, lists the filters, and selects servers. */
export function ChooseBar({
  rows,
  shown,
  view,
  onChange,
  unread,
  isOutOfOrder,
  onSortAgain,
}: {
  rows: readonly FleetRow[];
  shown: readonly FleetRow[];
  view: FleetView;
  onChange: (view: FleetView) => void;
  /** How many targets are missing among the rows. */
  unread: number;
  isOutOfOrder: boolean;
  onSortAgain: () => void;
}) {
  const [isPasting, setPasting] = useState(false);
  const whyNot = shown.length === 0 ? 'No server matches.' : undefined;
  return (
    <div className="mb-2 flex flex-wrap items-center gap-x-3 gap-y-1.5">
      <p role="status" className="text-muted">
        {isFiltering(view)
          ? `${shown.length.toLocaleString('en')} of ${rows.length.toLocaleString('en')} servers`
          : formatCount(rows.length, 'server')}
        {unread > 0 && `, ${formatCount(unread, 'target')} not read`}
      </p>
      <FilterChips view={view} onChange={onChange} />
      <span className="flex flex-wrap items-center gap-1 sm:ml-auto">
        {isOutOfOrder && (
          <Button variant="quiet" onClick={onSortAgain}>
            Sort again
          </Button>
        )}
        <Button variant="quiet" onClick={() => setPasting(true)}>
          Paste a list
        </Button>
        <Button
          variant="quiet"
          disabledReason={whyNot}
          onClick={() => changeSelection((selected) => inverted(selected, shown))}
        >
          Invert
        </Button>
        <Button
          disabledReason={whyNot}
          onClick={() => changeSelection((selected) => withServers(selected, shown, true))}
        >
          Select all {shown.length.toLocaleString('en')}
        </Button>
      </span>
      {isPasting && (
        <Suspense>
          <PasteDialog rows={rows} unread={unread} onClose={() => setPasting(false)} />
        </Suspense>
      )}
    </div>
  );
}

function FilterChips({ view, onChange }: { view: FleetView; onChange: (view: FleetView) => void }) {
  const chips = [...view.filters].flatMap(([key, values]) => {
    const facet = facetOf(key);
    if (!facet) return [];
    return values.map((value) => ({
      key,
      value,
      text: `${facet.label}: ${facet.labelOf(value)}`,
    }));
  });
  if (chips.length === 0) return null;
  return (
    <ul aria-label="Filters" className="flex min-w-0 flex-wrap items-center gap-1.5">
      {chips.map(({ key, value, text }) => (
        <li key={`${key} ${value}`} className="min-w-0">
          <button
            type="button"
            aria-label={`Remove the filter ${text}`}
            onClick={() => onChange({ ...view, filters: toggleValue(view.filters, key, value) })}
            className="inline-flex max-w-72 items-center gap-1.5 rounded-full border border-accent bg-accent-soft px-2.5 py-1 text-xs hover:bg-surface"
          >
            <bdi className="truncate">{text}</bdi>
            <Icon name="close" width={11} height={11} className="shrink-0" />
          </button>
        </li>
      ))}
    </ul>
  );
}
