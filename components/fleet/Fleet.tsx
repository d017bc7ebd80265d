'use client';

import { Suspense, lazy, useDeferredValue, useMemo, useRef, useState } from 'react';
import { useTargets } from '@/components/shell/targets';
import { Button } from '@/components/ui/Button';
import { EmptyState } from '@/components/ui/EmptyState';
import { useWidth } from '@/components/ui/use-width';
import { FleetSkeleton } from './FleetSkeleton';
import { Notices } from './Notices';
import { ReadinessStrip } from './ReadinessStrip';
import { SelectionBar } from './SelectionBar';
import { TargetHealth } from './TargetHealth';
import { ChooseBar } from './select/ChooseBar';
import { useChoose } from './select/use-choose';
import { FilterBar } from './filter/FilterBar';
import { useSelection } from './selection';
import { FleetTable } from './table/FleetTable';
import { toItems } from './table/items';
import { layoutFor } from './table/layout';
import { useFleetKeys } from './table/use-fleet-keys';
import { useChanges } from './use-changes';
import { useFleet } from './use-fleet';
import { usualColumns } from './view/columns';
import { facetOf } from './view/facets';
import { filterRowsBut } from './view/filter-rows';
import { type FleetView, isFiltering } from './view/fleet-view';
import { usePreparedRows } from './view/use-prepared-rows';
import { useShown } from './view/use-shown';
import { useView } from './view/use-view';
import { countVerdicts } from './view/verdicts';

const HelpDialog = lazy(() =>
  import('./HelpDialog').then((module) => ({ default: module.HelpDialog })),
);

/** The fleet page: which recovery instances are ready, and which the operator selects. */
export function Fleet() {
  const targetCount = useTargets().length;
  const usual = useMemo(() => usualColumns(targetCount), [targetCount]);
  const { targets, rows } = useFleet();
  const { view, complaints, setView, dismissComplaints } = useView(usual);
  const { shown, isOutOfOrder, sortAgain } = useShown(rows, view);
  const selected = useSelection();
  const changed = useChanges(rows);
  const [isHelping, setHelping] = useState(false);
  const items = useMemo(
    () => toItems(shown, view.group === undefined ? undefined : facetOf(view.group)),
    [shown, view.group],
  );
  // The rows follow each key at once; the counts may follow later.
  const settled = useDeferredValue(view);
  const counts = useMemo(
    () => countVerdicts(filterRowsBut(rows, settled, 'readiness')),
    [rows, settled],
  );
  const frame = useRef<HTMLDivElement>(null);
  const width = useWidth(frame);
  const choose = useChoose(items);
  usePreparedRows(rows);
  useFleetKeys({ onHelp: () => setHelping(true) });
  const unread = targets.filter(({ fleet }) => !fleet).length;
  const isRead = unread < targets.length;
  const isReading = targets.some(({ fleet, problem }) => !fleet && !problem);

  return (
    <div ref={frame}>
      <div className="mb-3 flex flex-wrap items-center gap-x-3 gap-y-1">
        <h1>Fleet</h1>
        <TargetHealth targets={targets} />
      </div>
      <Notices
        targets={targets}
        complaints={complaints}
        onDismiss={dismissComplaints}
        rows={rows}
        view={settled}
        isComplete={unread === 0}
      />
      {!isRead && isReading && <FleetSkeleton />}
      {isRead && width !== undefined && (
        <>
          <ReadinessStrip counts={counts} view={view} onChange={setView} />
          <FilterBar
            rows={rows}
            shown={shown}
            view={view}
            targets={targets}
            usualColumns={usual}
            layout={layoutFor(width)}
            onChange={setView}
            onHelp={() => setHelping(true)}
          />
          <ChooseBar
            rows={rows}
            shown={shown}
            view={view}
            onChange={setView}
            unread={unread}
            isOutOfOrder={isOutOfOrder}
            onSortAgain={sortAgain}
          />
          {shown.length > 0 ? (
            <FleetTable
              items={items}
              shown={shown}
              view={view}
              onChange={setView}
              targets={targets}
              selected={selected}
              changed={changed}
              onChoose={choose}
              width={width}
            />
          ) : (
            <NothingShown view={view} onChange={setView} unread={unread} />
          )}
        </>
      )}
      <SelectionBar rows={rows} shown={shown} selected={selected} targets={targets} />
      {isHelping && (
        <Suspense>
          <HelpDialog onClose={() => setHelping(false)} />
        </Suspense>
      )}
    </div>
  );
}

function NothingShown({
  view,
  onChange,
  unread,
}: {
  view: FleetView;
  onChange: (view: FleetView) => void;
  /** The number of targets that were not read yet. The words leave them out. */
  unread: number;
}) {
  const read = unread === 0 ? '' : ' of the targets that were read';
  if (isFiltering(view)) {
    return (
      <EmptyState
        title={`No server${read} matches`}
        action={
          <Button onClick={() => onChange({ ...view, search: '', filters: new Map() })}>
            Clear the filters
          </Button>
        }
      />
    );
  }
  return (
    <EmptyState title={`DRS lists no recovery instances${read}`}>
      Recovery instances appear here once a recovery has launched them in this account and Region.
    </EmptyState>
  );
}
