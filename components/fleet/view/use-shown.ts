'use client';

import { useCallback, useDeferredValue, useMemo, useState } from 'react';
import type { FleetRow } from '@/lib/contract/fleet';
import { filterRows } from './filter-rows';
import type { FleetView, SortTerm } from './fleet-view';
import { isInOrder, sortRows, withNewRows } from './sort-rows';

interface Order {
  sort: readonly SortTerm[];
  /** The rows as they were when they were last sorted, or when they arrived if that was later. */
  basis: readonly FleetRow[];
}

interface Shown {
  /** The rows that match, in order. */
  shown: readonly FleetRow[];
  /** Whether values have changed so that the rows are no longer sorted. */
  isOutOfOrder: boolean;
  sortAgain: () => void;
}

/** The rows of a view. They are sorted when the operator asks for it, and keep their places in between. */
export function useShown(rows: readonly FleetRow[], view: FleetView): Shown {
  const { sort, search, filters } = view;
  const [order, setOrder] = useState<Order>({ sort, basis: rows });
  const grown = useMemo(() => withNewRows(order.basis, rows), [order.basis, rows]);
  const basis = order.sort === sort ? grown : rows;
  // The operator asked for another order, or rows have arrived, such as those of another target.
  if (order.sort !== sort || order.basis !== basis) setOrder({ sort, basis });
  // Sorting comes before filtering, so that a key typed in the search only filters.
  const sorted = useMemo(() => sortRows(rows, sort, basis), [rows, sort, basis]);
  const shown = useMemo(() => filterRows(sorted, { search, filters }), [sorted, search, filters]);
  const settled = useDeferredValue(shown);
  // Rows that have just been sorted need no check, which a press on a heading would wait for.
  const hasMoved = basis !== rows;
  const isOutOfOrder = useMemo(
    () => hasMoved && !isInOrder(settled, sort),
    [hasMoved, settled, sort],
  );
  const sortAgain = useCallback(() => setOrder({ sort, basis: rows }), [rows, sort]);
  return { shown, isOutOfOrder, sortAgain };
}
