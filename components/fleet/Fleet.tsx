'use client';

import { useQuery } from '@tanstack/react-query';
import { useSearchParams } from 'next/navigation';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useTargetName } from '@/components/shell/targets';
import { Age } from '@/components/ui/Age';
import type { Aged } from '@/components/ui/age-words';
import { Button } from '@/components/ui/Button';
import { EmptyState } from '@/components/ui/EmptyState';
import { ErrorState } from '@/components/ui/ErrorState';
import { useNow } from '@/components/ui/now';
import type { Problem } from '@/lib/contract/problem';
import { problemOf } from '@/lib/queries/fetch-json';
import { fleetQuery } from '@/lib/queries/fleet';
import { FleetFilters } from './FleetFilters';
import { FleetSkeleton } from './FleetSkeleton';
import { FleetTable } from './FleetTable';
import { HelpDialog } from './HelpDialog';
import { ReadinessStrip } from './ReadinessStrip';
import { SelectionBar } from './SelectionBar';
import { type FleetRow, toFleetRow } from './fleet-row';
import { type FleetView, applyView, formatView, isFiltering, parseView } from './fleet-view';
import { setSelection, useSelection, withRange, withServers } from './selection';
import { useFleetKeys } from './use-fleet-keys';

/** Which recovery instances are ready, and which are to go home. */
export function Fleet() {
  const target = useTargetName();
  const { data, error, refetch } = useQuery(fleetQuery(target));
  const [view, setView] = useView();
  const [isHelping, setHelping] = useState(false);
  const selected = useSelection();
  const lastChosen = useRef<string>(undefined);
  const rows = useMemo(
    () => (data?.recoveryInstances ?? []).map((instance) => toFleetRow(target, instance)),
    [data, target],
  );
  const shown = useMemo(() => applyView(rows, view), [rows, view]);
  const problem = error ? problemOf(error) : (data?.problem ?? null);

  const choose = useCallback(
    (id: string, select: boolean, isRange: boolean) => {
      const from = isRange ? lastChosen.current : undefined;
      const servers = shown.map(toSelectable);
      const server = servers.find(({ recoveryInstanceID }) => recoveryInstanceID === id);
      if (server) setSelection(withRange(selected, servers, { server, from, select }));
      lastChosen.current = id;
    },
    [selected, shown],
  );
  const chooseAll = (select: boolean) =>
    setSelection(withServers(selected, shown.map(toSelectable), select));
  useFleetKeys({ onHelp: () => setHelping(true) });

  return (
    <>
      <div className="mb-3 flex flex-wrap items-center gap-x-3 gap-y-1">
        <h1>Fleet</h1>
        <FleetAge answer={data ?? UNREAD} problem={problem} />
      </div>
      {!data && problem && <ErrorState problem={problem} onRetry={() => void refetch()} />}
      {!data && !problem && <FleetSkeleton />}
      {data && (
        <>
          <ReadinessStrip
            rows={rows}
            verdict={view.verdict}
            onChange={(verdict) => setView({ ...view, verdict })}
          />
          <FleetFilters
            rows={rows}
            view={view}
            onChange={setView}
            shown={shown.length}
            onSelectAll={() => chooseAll(true)}
            onHelp={() => setHelping(true)}
          />
          {shown.length > 0 ? (
            <FleetTable
              rows={shown}
              view={view}
              onSort={setView}
              selected={selected}
              onChoose={choose}
              onChooseAll={chooseAll}
            />
          ) : (
            <NothingShown
              isFiltered={isFiltering(view)}
              onClear={() => setView({ ...view, ...ALL })}
            />
          )}
        </>
      )}
      <SelectionBar rows={rows} selected={selected} />
      {isHelping && <HelpDialog onClose={() => setHelping(false)} />}
    </>
  );
}

const toSelectable = ({ id, target }: FleetRow) => ({ recoveryInstanceID: id, target });

const ALL = { search: '', verdict: undefined, state: '' };

const UNREAD = { asOf: null, intervalSeconds: null, retryAt: null };

function FleetAge({
  answer: { asOf, intervalSeconds, retryAt },
  problem,
}: {
  answer: Omit<Aged, 'problem'>;
  problem: Problem | null;
}) {
  return (
    <Age
      asOf={asOf}
      intervalSeconds={intervalSeconds}
      problem={problem}
      retryAt={retryAt ?? null}
      now={useNow()}
    />
  );
}

function NothingShown({ isFiltered, onClear }: { isFiltered: boolean; onClear: () => void }) {
  if (isFiltered) {
    return (
      <EmptyState
        title="No server matches"
        action={<Button onClick={onClear}>Clear the filters</Button>}
      />
    );
  }
  return (
    <EmptyState title="DRS lists no recovery instances">
      Recovery instances appear here once a recovery has launched them in this account and Region.
    </EmptyState>
  );
}

/**
 * The view, kept here so that typing never waits for the router, and written to the address so that a link
 * repeats it. An address that changes otherwise, by a link or the Back button, brings its own view.
 */
function useView(): [FleetView, (view: FleetView) => void] {
  const query = useSearchParams().toString();
  const [view, setViewState] = useState(() => parseView(new URLSearchParams(query)));
  const written = useRef(new Set([query]));
  useEffect(() => {
    // The router tells every address that was written here, the older ones too, and later.
    if (written.current.has(query)) return;
    written.current = new Set([query]);
    setViewState(parseView(new URLSearchParams(query)));
  }, [query]);
  const setView = useCallback((changed: FleetView) => {
    const next = formatView(changed);
    written.current.add(next);
    setViewState(changed);
    window.history.replaceState(null, '', next ? `?${next}` : window.location.pathname);
  }, []);
  return [view, setView];
}
