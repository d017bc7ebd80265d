'use client';

import { useCallback, useDeferredValue, useMemo, useState } from 'react';
import type { FleetRow } from '@/lib/contract/fleet';
import { filterRows } from './filter-rows';
import type { FleetView, SortTerm } from './fleet-view';
import { isInOrder, sortRows } from './sort-rows';

interface Order {
  sort: readonly SortTerm[];
  /** The rows as they were when they were last put in order. */
  basis: readonly FleetRow[];
}

interface Shown {
  /** The rows that match, in order. */
  shown: readonly FleetRow[];
  /** Whether figures have moved so far that the order is no longer true. */
  isOutOfOrder: boolean;
  sortAgain: () => void;
}

/** The rows of a view. They are put in order when somebody asks for it, and keep their places in between. */
export function useShown(rows: readonly FleetRow[], view: FleetView): Shown {
  const { sort, search, filters } = view;
  const [order, setOrder] = useState<Order>({ sort, basis: rows });
  let { basis } = order;
  // Another order was asked for, or the first rows have come.
  if (order.sort !== sort || (basis.length === 0 && rows.length > 0)) {
    basis = rows;
    setOrder({ sort, basis });
  }
  // Sorted before it is filtered: a key typed in the search then only filters.
  const sorted = useMemo(() => sortRows(rows, sort, basis), [rows, sort, basis]);
  const shown = useMemo(() => filterRows(sorted, { search, filters }), [sorted, search, filters]);
  const settled = useDeferredValue(shown);
  // What has just been put in order is in order: a press on a heading need not wait to hear it.
  const hasMoved = basis !== rows;
  const isOutOfOrder = useMemo(
    () => hasMoved && !isInOrder(settled, sort),
    [hasMoved, settled, sort],
  );
  const sortAgain = useCallback(() => setOrder({ sort, basis: rows }), [rows, sort]);
  return { shown, isOutOfOrder, sortAgain };
}
