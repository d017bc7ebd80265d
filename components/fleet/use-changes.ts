'use client';

import { useEffect, useRef, useState } from 'react';
import type { FleetRow } from '@/lib/contract/fleet';
import { changedIDs } from './changed-ids';

/** For how long a row is marked as changed, in milliseconds. */
const MARKED_FOR = 6_000;

const NONE: ReadonlySet<string> = new Set();

/** The ids of the servers whose state has just changed. Figures change all the time and do not count. */
export function useChanges(rows: readonly FleetRow[]): ReadonlySet<string> {
  const before = useRef(rows);
  const [changed, setChanged] = useState(NONE);
  useEffect(() => {
    const ids = changedIDs(before.current, rows);
    before.current = rows;
    if (ids.size > 0) setChanged(ids);
  }, [rows]);
  useEffect(() => {
    if (changed.size === 0) return;
    const timer = setTimeout(() => setChanged(NONE), MARKED_FOR);
    return () => clearTimeout(timer);
  }, [changed]);
  return changed;
}
