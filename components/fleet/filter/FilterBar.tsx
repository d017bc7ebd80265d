import { lazy, useId } from 'react';
import { Button } from '@/components/ui/Button';
import { Popover } from '@/components/ui/Popover';
import { fieldClassName } from '@/components/ui/TextField';
import type { FleetRow } from '@/lib/contract/fleet';
import type { Layout } from '../table/layout';
import type { WatchedTarget } from '../use-fleet';
import { FACETS } from '../view/facets';
import type { FleetView } from '../view/fleet-view';

const FacetPanel = lazy(() =>
  import('./FacetPanel').then((module) => ({ default: module.FacetPanel })),
);
const TagPanel = lazy(() => import('./TagPanel').then((module) => ({ default: module.TagPanel })));
const ViewPanel = lazy(() =>
  import('./ViewPanel').then((module) => ({ default: module.ViewPanel })),
);
const ExportPanel = lazy(() =>
  import('../export/ExportPanel').then((module) => ({ default: module.ExportPanel })),
);

/** The search, the filters, and the panels for the view and the export. */
export function FilterBar({
  rows,
  shown,
  view,
  targets,
  usualColumns,
  layout,
  onChange,
  onHelp,
}: {
  rows: readonly FleetRow[];
  shown: readonly FleetRow[];
  view: FleetView;
  targets: readonly WatchedTarget[];
  usualColumns: readonly string[];
  layout: Layout;
  onChange: (view: FleetView) => void;
  onHelp: () => void;
}) {
  const id = useId();
  const hasTargets = targets.length > 1;
  const facets = FACETS.filter(
    // The strip above is the filter for readiness.
    ({ key }) => key !== 'readiness' && (key !== 'target' || hasTargets),
  );
  return (
    <search className="mb-2 flex flex-wrap items-center gap-2">
      <label htmlFor={id} className="sr-only">
        Search
      </label>
      <input
        id={id}
        type="search"
        value={view.search}
        placeholder="Name, id, address, tag, system"
        onChange={(event) => onChange({ ...view, search: event.target.value })}
        className={`${fieldClassName} max-w-md flex-1 basis-56 max-sm:basis-full`}
      />
      <span className="flex gap-2 max-sm:w-full max-sm:overflow-x-auto max-sm:p-0.5 sm:flex-wrap">
        {facets.map((facet) => (
          <Popover
            key={facet.key}
            label={facet.label}
            name={facet.label}
            isMarked={view.filters.has(facet.key)}
          >
            <FacetPanel rows={rows} facet={facet} view={view} onChange={onChange} />
          </Popover>
        ))}
        <Popover
          label="Tags"
          name="Tags"
          isMarked={[...view.filters.keys()].some((key) => key.startsWith('tag:'))}
        >
          <TagPanel rows={rows} view={view} onChange={onChange} />
        </Popover>
      </span>
      <span className="flex gap-2 xl:ml-auto">
        <Popover label="View" name="View" align="end">
          <ViewPanel
            rows={rows}
            view={view}
            usualColumns={usualColumns}
            layout={layout}
            onChange={onChange}
          />
        </Popover>
        <Popover label="Export" name="Export" align="end">
          <ExportPanel shown={shown} view={view} targets={targets} />
        </Popover>
        <Button variant="quiet" onClick={onHelp} aria-label="Keyboard shortcuts">
          ?
        </Button>
      </span>
    </search>
  );
}
