import type { FleetRow } from '@/lib/contract/fleet';
import { facetOf } from './facets';
import type { FleetView } from './fleet-view';
import { searchTextOf } from './search-text';

type Restriction = Pick<FleetView, 'search' | 'filters'>;

/** The rows that match, in the order given. A row must contain every word of the search. */
export function filterRows(rows: readonly FleetRow[], view: Restriction): readonly FleetRow[] {
  const words = view.search.toLowerCase().split(/\s+/).filter(Boolean);
  const tests = [...view.filters].map(([key, values]) => {
    const wanted = new Set<string | undefined>(values);
    const valueOf = facetOf(key)?.valueOf;
    return (row: FleetRow) => wanted.has(valueOf?.(row));
  });
  if (words.length === 0 && tests.length === 0) return rows;
  return rows.filter((row) => {
    if (!tests.every((matches) => matches(row))) return false;
    if (words.length === 0) return true;
    const text = searchTextOf(row);
    return words.every((word) => text.includes(word));
  });
}

/** The rows that match all filters except that of one facet. The counts of its values are taken from these. */
export function filterRowsBut(
  rows: readonly FleetRow[],
  { search, filters }: Restriction,
  facet: string,
): readonly FleetRow[] {
  const others = new Map(filters);
  others.delete(facet);
  return filterRows(rows, { search, filters: others });
}

/** The wanted values that no row has, by facet. */
export function absentValues(rows: readonly FleetRow[], { filters }: Restriction) {
  return [...filters].flatMap(([key, values]) => {
    const facet = facetOf(key);
    if (!facet) return [];
    const present = new Set(rows.map(facet.valueOf));
    return values.filter((value) => !present.has(value)).map((value) => ({ facet, value }));
  });
}
