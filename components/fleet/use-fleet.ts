'use client';

import { type UseQueryResult, useQueries } from '@tanstack/react-query';
import { useState } from 'react';
import { useTargets } from '@/components/shell/targets';
import type { FleetAnswer, FleetRow } from '@/lib/contract/fleet';
import type { Problem } from '@/lib/contract/problem';
import { rowReader } from '@/lib/fleet/row-reader';
import { problemOf } from '@/lib/queries/fetch-json';
import { fleetQuery } from '@/lib/queries/fleet';

/** What is known of one target now. */
export interface WatchedTarget {
  name: string;
  /** Undefined until it was read for the first time. */
  fleet: FleetAnswer | undefined;
  /** Why it could not be read just now; null when it could. */
  problem: Problem | null;
  retry: () => void;
}

/** Reads every target of the console separately, and joins the rows of those that were read. */
export function useFleet(): { targets: WatchedTarget[]; rows: Rows } {
  const names = useTargets().map(({ name }) => name);
  const results = useQueries({ queries: names.map(fleetQuery) });
  const targets = results.map((result, index) => toTarget(names[index] ?? '', result));
  const [readers] = useState(() => new Map(names.map((name) => [name, rowReader(name)])));
  const [join] = useState(rememberingJoin);
  const parts = targets.map(
    ({ name, fleet }) => readers.get(name)?.(fleet?.columns ?? null) ?? NONE,
  );
  return { targets, rows: join(parts) };
}

function toTarget(
  name: string,
  { data, error, refetch }: UseQueryResult<FleetAnswer>,
): WatchedTarget {
  return {
    name,
    fleet: data,
    problem: error ? problemOf(error) : (data?.problem ?? null),
    retry: () => void refetch(),
  };
}

type Rows = readonly FleetRow[];

const NONE: Rows = [];

/** Joins the rows of the targets. The same arrays give the same joined array, so that nothing is computed again. */
function rememberingJoin() {
  let parts: readonly Rows[] = [];
  let joined = NONE;
  return (next: readonly Rows[]): Rows => {
    if (next.length !== parts.length || next.some((part, index) => part !== parts[index])) {
      parts = next;
      joined = next.length === 1 ? (next[0] ?? NONE) : next.flat();
    }
    return joined;
  };
}
