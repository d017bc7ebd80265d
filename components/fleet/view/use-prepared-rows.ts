'use client';

import { useEffect } from 'react';
import type { FleetRow } from '@/lib/contract/fleet';
import { searchTextOf } from './search-text';
import { usualOrder } from './sort-rows';

/** Rows at a time; a key that is pressed meanwhile waits for no more than these. */
const AT_ONCE = 500;

/** Has ready what a key in the search and a press on a heading need, a little at a time while nothing else happens. */
export function usePreparedRows(rows: readonly FleetRow[]) {
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>;
    const prepare = (from: number) => {
      for (const row of rows.slice(from, from + AT_ONCE)) searchTextOf(row);
      const next = from + AT_ONCE;
      if (next < rows.length) timer = setTimeout(prepare, 10, next);
      else usualOrder(rows);
    };
    timer = setTimeout(prepare, 100, 0);
    return () => clearTimeout(timer);
  }, [rows]);
}
