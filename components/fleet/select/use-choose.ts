'use client';

import { useCallback, useEffect, useRef } from 'react';
import type { FleetRow } from '@/lib/contract/fleet';
import { changeSelection, withRange, withServers } from '../selection';
import { type Item, serversOf } from '../table/items';

export type Choose = (rows: readonly FleetRow[], select: boolean, isRange?: boolean) => void;

/**
 * Selects or clears rows; with `isRange` all rows on screen from the one chosen last to this one. The function
 * keeps its identity, so that it makes no row render again.
 */
export function useChoose(items: readonly Item[]): Choose {
  const now = useRef(items);
  const last = useRef<string>(undefined);
  useEffect(() => {
    now.current = items;
  }, [items]);
  return useCallback((rows, select, isRange = false) => {
    const [server] = rows;
    const from = isRange ? last.current : undefined;
    changeSelection((selected) =>
      server && from !== undefined
        ? withRange(selected, serversOf(now.current), { server, from, select })
        : withServers(selected, rows, select),
    );
    if (rows.length === 1) last.current = server?.recoveryInstanceID;
  }, []);
}
