'use client';

import { useSyncExternalStore } from 'react';

/** The selected servers: the target of each recovery instance id. */
export type Selection = ReadonlyMap<string, string>;

/** What a selection is told of a server. */
export interface Selectable {
  recoveryInstanceID: string;
  target: string;
}

/** It lives in the session of the tab: a reload keeps it, another tab has its own. */
const STORAGE_KEY = 'homeward:selection';
const NONE: Selection = new Map();

let selection: Selection | undefined;
const listeners = new Set<() => void>();

export function useSelection(): Selection {
  return useSyncExternalStore(subscribe, current, () => NONE);
}

export function setSelection(next: Selection) {
  selection = next;
  sessionStorage.setItem(STORAGE_KEY, JSON.stringify([...next]));
  for (const listener of listeners) listener();
}

export function clearSelection() {
  setSelection(NONE);
}

/** The selection with these servers added, or without them. */
export function withServers(
  selected: Selection,
  servers: Iterable<Selectable>,
  select: boolean,
): Selection {
  const next = new Map(selected);
  for (const { recoveryInstanceID, target } of servers) {
    if (select) next.set(recoveryInstanceID, target);
    else next.delete(recoveryInstanceID);
  }
  return next;
}

/**
 * Selects or clears one server, or, from the one chosen before, every server between the two as they are shown.
 */
export function withRange<Server extends Selectable>(
  selected: Selection,
  shown: readonly Server[],
  { server, from, select }: { server: Server; from: string | undefined; select: boolean },
): Selection {
  const placeOf = (id: string | undefined) =>
    shown.findIndex(({ recoveryInstanceID }) => recoveryInstanceID === id);
  const end = placeOf(server.recoveryInstanceID);
  const start = from === undefined ? end : placeOf(from);
  const range =
    start < 0 || end < 0 ? [server] : shown.slice(Math.min(start, end), Math.max(start, end) + 1);
  return withServers(selected, range, select);
}

/** The selected ids of each target: a launch belongs to one target. */
export function byTarget(selected: Selection): Map<string, string[]> {
  const groups = new Map<string, string[]>();
  for (const [id, target] of selected) {
    const group = groups.get(target);
    if (group) group.push(id);
    else groups.set(target, [id]);
  }
  return groups;
}

function subscribe(listener: () => void) {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function current(): Selection {
  selection ??= read();
  return selection;
}

/** What an earlier page of the tab selected; nothing when the browser keeps nothing or something else. */
function read(): Selection {
  try {
    const stored: unknown = JSON.parse(sessionStorage.getItem(STORAGE_KEY) ?? '[]');
    return new Map(Array.isArray(stored) ? stored.filter(isEntry) : []);
  } catch {
    return NONE;
  }
}

function isEntry(entry: unknown): entry is [id: string, target: string] {
  return (
    Array.isArray(entry) && entry.length === 2 && entry.every((part) => typeof part === 'string')
  );
}
