/** Sorted by one column; the first of several weighs most. */
export interface SortTerm {
  key: string;
  descending: boolean;
}

/** The wanted values of each facet by its name: any of them, and something of every facet. */
export type Filters = ReadonlyMap<string, readonly string[]>;

/** Which servers are shown and how. All of it is in the address, so that a link repeats it. */
export interface FleetView {
  search: string;
  filters: Filters;
  sort: readonly SortTerm[];
  columns: readonly string[];
  /** The name of the facet by which the servers are grouped. */
  group: string | undefined;
  /** Parameters of the address that the fleet does not know. They stay in it until the notice about them is dismissed. */
  unknown: readonly (readonly [name: string, value: string])[];
}

export const USUAL_SORT: readonly SortTerm[] = [{ key: 'name', descending: false }];

/** Whether the view leaves anything out. */
export function isFiltering({ search, filters }: FleetView): boolean {
  return search.trim() !== '' || filters.size > 0;
}

/** The filters with these values wanted of a facet; none lifts the restriction. */
export function withFilter(filters: Filters, facet: string, values: readonly string[]): Filters {
  const next = new Map(filters);
  if (values.length > 0) next.set(facet, values);
  else next.delete(facet);
  return next;
}

/** The filters with one value of a facet wanted, or not. */
export function toggleValue(filters: Filters, facet: string, value: string): Filters {
  const wanted = filters.get(facet) ?? [];
  return withFilter(
    filters,
    facet,
    wanted.includes(value) ? wanted.filter((each) => each !== value) : [...wanted, value],
  );
}

/**
 * The order after a column was asked for: it alone, or behind the others; asked again, the other way round; and
 * once more, as a further column, not at all.
 */
export function sortBy(
  sort: readonly SortTerm[],
  key: string,
  { isFurther }: { isFurther: boolean },
): readonly SortTerm[] {
  const known = sort.find((term) => term.key === key);
  if (!isFurther) {
    const isTurned = known !== undefined && sort.length === 1 && !known.descending;
    return [{ key, descending: isTurned }];
  }
  if (!known) return [...sort, { key, descending: false }];
  if (!known.descending) {
    return sort.map((term) => (term === known ? { key, descending: true } : term));
  }
  const rest = sort.filter((term) => term !== known);
  return rest.length > 0 ? rest : USUAL_SORT;
}
