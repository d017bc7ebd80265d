/** A column to sort by. The first term of several is the most significant. */
export interface SortTerm {
  key: string;
  descending: boolean;
}

/** The wanted values by the name of their facet. A server must have one of the values of every facet. */
export type Filters = ReadonlyMap<string, readonly string[]>;

/** Which servers are shown and how. The address contains all of it, so that a link repeats it. */
export interface FleetView {
  search: string;
  filters: Filters;
  sort: readonly SortTerm[];
  columns: readonly string[];
  /** The name of the facet by which the servers are grouped. */
  group: string | undefined;
  /** Parameters that the fleet does not know. They stay in the address until their notice is dismissed. */
  unknown: readonly (readonly [name: string, value: string])[];
}

export const USUAL_SORT: readonly [SortTerm] = [{ key: 'name', descending: false }];

/** Whether the view may hide servers. */
export function isFiltering({ search, filters }: FleetView): boolean {
  return search.trim() !== '' || filters.size > 0;
}

/** The filters with these wanted values of a facet. No values remove the filter. */
export function withFilter(filters: Filters, facet: string, values: readonly string[]): Filters {
  const next = new Map(filters);
  if (values.length > 0) next.set(facet, values);
  else next.delete(facet);
  return next;
}

/** The filters with one value of a facet toggled. */
export function toggleValue(filters: Filters, facet: string, value: string): Filters {
  const wanted = filters.get(facet) ?? [];
  return withFilter(
    filters,
    facet,
    wanted.includes(value) ? wanted.filter((each) => each !== value) : [...wanted, value],
  );
}

/**
 * The order after a press on a column: by it alone, or with `isFurther` after the others. Another press reverses its
 * direction; a third one, as a further column, removes it.
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
