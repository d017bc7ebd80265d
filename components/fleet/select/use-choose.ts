'use client';

import { useCallback, useEffect, useRef } from 'react';
import type { FleetRow } from '@/lib/contract/fleet';
import { changeSelection, withRange, withServers } from '../selection';
import { type Item, serversOf } from '../table/items';

export type Choose = (rows: readonly FleetRow[], select: boolean, isRange?: boolean) => void;

/**
 * Selects or clears rows. With `isRange` it is all rows between the last one chosen and this one, as they are
 * shown. The function stays the same, so that no row is drawn anew for it.
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
