import type { Verdict } from '@/lib/contract/readiness';
import { launchStateLabel, originLabel, replicationLabel } from './labels';
import type { FleetRow } from './fleet-row';

export const VERDICTS: readonly Verdict[] = ['ready', 'caution', 'blocked', 'running', 'done'];

export const SORT_KEYS = [
  'name',
  'readiness',
  'launchState',
  'replication',
  'lag',
  'backlog',
  'origin',
  'seen',
] as const;
export type SortKey = (typeof SORT_KEYS)[number];

/** Which servers are shown and in which order. All of it is in the address, so that a link repeats it. */
export interface FleetView {
  search: string;
  verdict: Verdict | undefined;
  /** A failback state as DRS writes it; empty for all. */
  state: string;
  sort: SortKey;
  descending: boolean;
}

/** Reads a view from the query of an address; what it does not know it leaves at its usual value. */
export function parseView(query: URLSearchParams): FleetView {
  const sort = query.get('sort') ?? '';
  const key = SORT_KEYS.find((known) => known === sort.replace(/^-/, ''));
  return {
    search: query.get('search') ?? '',
    verdict: VERDICTS.find((known) => known === query.get('readiness')),
    state: query.get('state') ?? '',
    sort: key ?? 'name',
    descending: key !== undefined && sort.startsWith('-'),
  };
}

/** The query of the address that shows this view; empty for the usual one. */
export function formatView(view: FleetView): string {
  const query = new URLSearchParams();
  if (view.search) query.set('search', view.search);
  if (view.verdict) query.set('readiness', view.verdict);
  if (view.state) query.set('state', view.state);
  if (view.sort !== 'name' || view.descending) {
    query.set('sort', `${view.descending ? '-' : ''}${view.sort}`);
  }
  return query.toString();
}

/** Whether the view leaves anything out. */
export function isFiltering({ search, verdict, state }: FleetView): boolean {
  return Boolean(search.trim() || verdict || state);
}

/** The rows that match, in order. Every word of the search must occur. */
export function applyView(rows: readonly FleetRow[], view: FleetView): FleetRow[] {
  const words = view.search.toLowerCase().split(/\s+/).filter(Boolean);
  const matching = rows.filter(
    (row) =>
      (!view.verdict || row.verdict === view.verdict) &&
      (!view.state || row.launchState === view.state) &&
      words.every((word) => row.words.includes(word)),
  );
  const direction = view.descending ? -1 : 1;
  return matching.toSorted(
    (one, other) =>
      direction * compare(keyOf(one, view.sort), keyOf(other, view.sort)) ||
      collator.compare(one.name, other.name) ||
      collator.compare(one.id, other.id),
  );
}

/** How many servers there are of each verdict. */
export function countVerdicts(rows: readonly FleetRow[]): Record<Verdict, number> {
  const counts: Record<Verdict, number> = { ready: 0, caution: 0, blocked: 0, running: 0, done: 0 };
  for (const { verdict } of rows) counts[verdict] += 1;
  return counts;
}

const collator = new Intl.Collator('en', { numeric: true });

function keyOf(row: FleetRow, sort: SortKey): string | number {
  switch (sort) {
    case 'readiness':
      return VERDICTS.indexOf(row.verdict);
    case 'launchState':
      return launchStateLabel(row.launchState);
    case 'replication':
      return replicationLabel(row.replication);
    case 'origin':
      return originLabel(row.origin);
    case 'lag':
      return row.lag ?? -1;
    case 'seen':
      return row.seen ?? 0;
    case 'name':
    case 'backlog':
      return row[sort];
  }
}

function compare(one: string | number, other: string | number): number {
  return typeof one === 'number' && typeof other === 'number'
    ? one - other
    : collator.compare(String(one), String(other));
}
