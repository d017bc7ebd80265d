'use client';

import { createContext, useContext } from 'react';
import { parseInstant } from '@/lib/format';
import type { WatchedTarget } from '../use-fleet';

/** When each target was last read, in milliseconds since the epoch. */
export const AsOf = createContext<ReadonlyMap<string, number>>(new Map());

export function asOfByTarget(targets: readonly WatchedTarget[]): ReadonlyMap<string, number> {
  return new Map(
    targets.map(({ name, fleet }) => [
      name,
      parseInstant(fleet?.asOf ?? undefined)?.getTime() ?? 0,
    ]),
  );
}

export function useAsOf(target: string): number {
  return useContext(AsOf).get(target) ?? 0;
}
