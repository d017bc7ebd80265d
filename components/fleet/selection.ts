'use client';

import { useSyncExternalStore } from 'react';

/**
 * Which servers are selected. It lives in the session of the tab: a reload keeps it, another tab has its own.
 */
const STORAGE_KEY = 'homeward:selection';
const NONE: ReadonlySet<string> = new Set();

let selection: ReadonlySet<string> | undefined;
const listeners = new Set<() => void>();

export function useSelection(): ReadonlySet<string> {
  return useSyncExternalStore(subscribe, current, () => NONE);
}

export function setSelection(ids: Iterable<string>) {
  selection = new Set(ids);
  sessionStorage.setItem(STORAGE_KEY, JSON.stringify([...selection]));
  for (const listener of listeners) listener();
}

/**
 * Selects or clears one row, or, from the row chosen before, every row between the two as they are shown.
 */
export function withRange(
  selected: ReadonlySet<string>,
  shown: readonly string[],
  { id, from, select }: { id: string; from: string | undefined; select: boolean },
): Set<string> {
  const end = shown.indexOf(id);
  const start = from === undefined ? end : shown.indexOf(from);
  const range =
    start < 0 || end < 0 ? [id] : shown.slice(Math.min(start, end), Math.max(start, end) + 1);
  const next = new Set(selected);
  for (const member of range) {
    if (select) next.add(member);
    else next.delete(member);
  }
  return next;
}

function subscribe(listener: () => void) {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function current(): ReadonlySet<string> {
  selection ??= read();
  return selection;
}

function read(): ReadonlySet<string> {
  try {
    const stored: unknown = JSON.parse(sessionStorage.getItem(STORAGE_KEY) ?? '[]');
    return new Set(Array.isArray(stored) ? stored.filter((id) => typeof id === 'string') : []);
  } catch {
    return NONE;
  }
}
