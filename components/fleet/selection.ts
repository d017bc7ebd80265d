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
let writing: ReturnType<typeof setTimeout> | undefined;
const listeners = new Set<() => void>();

export function useSelection(): Selection {
  return useSyncExternalStore(subscribe, current, () => NONE);
}

/** Makes another selection out of the present one. */
export function changeSelection(change: (selected: Selection) => Selection) {
  selection = change(current());
  for (const listener of listeners) listener();
  // Ten thousand ids take a moment to write, which nobody should wait for.
  writing ??= setTimeout(write);
}

export function clearSelection() {
  changeSelection(() => NONE);
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

/** The selection without everything that is not among these servers. */
export function within(selected: Selection, servers: readonly Selectable[]): Selection {
  return new Map(
    servers.flatMap(({ recoveryInstanceID, target }) =>
      selected.has(recoveryInstanceID) ? [[recoveryInstanceID, target]] : [],
    ),
  );
}

/** The selection without the servers of a target. */
export function withoutTarget(selected: Selection, target: string): Selection {
  return new Map([...selected].filter(([, its]) => its !== target));
}

/** The selection with the selected ones of these servers left out and the others taken in. */
export function inverted(selected: Selection, servers: readonly Selectable[]): Selection {
  const isSelected = ({ recoveryInstanceID }: Selectable) => selected.has(recoveryInstanceID);
  const others = servers.filter((server) => !isSelected(server));
  return withServers(withServers(selected, servers.filter(isSelected), false), others, true);
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

function write() {
  writing = undefined;
  try {
    sessionStorage.setItem(STORAGE_KEY, JSON.stringify([...current()]));
  } catch {
    // A browser that keeps nothing forgets the selection with a reload; it stays as long as the page.
  }
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
