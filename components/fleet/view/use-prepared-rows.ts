'use client';

import { useEffect } from 'react';
import type { FleetRow } from '@/lib/contract/fleet';
import { searchTextOf } from './search-text';
import { usualOrder } from './sort-rows';

/** Rows prepared at a time. A key pressed meanwhile waits for one such portion. */
const AT_ONCE = 500;

/** Computes in small portions what the first search and the first sort need, so that neither is slow. */
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
