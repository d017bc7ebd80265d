'use client';

import { useSyncExternalStore } from 'react';

/** The selected servers: the target of each recovery instance id. */
export type Selection = ReadonlyMap<string, string>;

/** The part of a server that a selection needs. */
export interface Selectable {
  recoveryInstanceID: string;
  target: string;
}

/** The session storage of the tab keeps the selection: it survives a reload, and another tab has its own. */
const STORAGE_KEY = 'homeward:selection';
const NONE: Selection = new Map();

let selection: Selection | undefined;
let writing: ReturnType<typeof setTimeout> | undefined;
const listeners = new Set<() => void>();

export function useSelection(): Selection {
  return useSyncExternalStore(subscribe, current, () => NONE);
}

/** Replaces the selection by what `change` makes of it. */
export function changeSelection(change: (selected: Selection) => Selection) {
  selection = change(current());
  for (const listener of listeners) listener();
  // Ten thousand ids take a moment to write, so the write waits until the event is handled.
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
 * The selection with one server selected or cleared, or with every server on screen between it and `from`.
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

/** The selection reduced to these servers. */
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

/** The selection with each of these servers selected if it was not, and cleared if it was. */
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
    // A browser without storage forgets the selection on reload.
  }
}

/** Reads what an earlier page of the tab selected; empty when the storage holds nothing or something else. */
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
