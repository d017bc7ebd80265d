'use client';

import { type KeyboardEvent, type RefObject, useEffect, useRef } from 'react';
import type { FleetRow } from '@/lib/contract/fleet';
import type { Choose } from '../select/use-choose';
import type { Selection } from '../selection';
import type { Item } from './items';

const PAGE = 10;

/**
 * The keys of the grid. One row is active: Tab reaches that one only, the arrows go from row to row and into
 * it, Space selects, Shift selects on the way, Control and A select all that match.
 */
export function useGridKeys({
  items,
  shown,
  selected,
  activeIndex,
  onActive,
  onChoose,
  body,
  scrollTo,
}: {
  items: readonly Item[];
  shown: readonly FleetRow[];
  selected: Selection;
  activeIndex: number;
  onActive: (key: string) => void;
  onChoose: Choose;
  body: RefObject<HTMLTableSectionElement | null>;
  /** Brings a row into the window when only those near it are there. */
  scrollTo: RefObject<((index: number) => void) | undefined>;
}) {
  const wanted = useRef<string>(undefined);
  // The row may only come to be with the next drawing.
  useEffect(() => {
    if (wanted.current !== undefined && focusRow(body.current, wanted.current)) {
      wanted.current = undefined;
    }
  });

  const goTo = (index: number) => {
    const item = items[Math.min(items.length - 1, Math.max(0, index))];
    if (!item) return undefined;
    onActive(item.key);
    scrollTo.current?.(items.indexOf(item));
    if (!focusRow(body.current, item.key)) wanted.current = item.key;
    return item;
  };
  const chooseItem = (item: Item | undefined, select: boolean, isRange = false) => {
    if (item) onChoose(item.kind === 'server' ? [item.row] : item.group.rows, select, isRange);
  };
  const extendTo = (index: number) => {
    const here = items[activeIndex];
    // What was chosen last may be far away; the way begins here. A heading on the way is no server of it.
    if (here?.kind === 'server') chooseItem(here, true);
    const item = goTo(index);
    if (item?.kind === 'server') chooseItem(item, true, true);
  };
  const toggle = (isRange: boolean) => {
    const item = items[activeIndex];
    if (!item) return;
    const rows = item.kind === 'server' ? [item.row] : item.group.rows;
    const isSelected = rows.every(({ recoveryInstanceID }) => selected.has(recoveryInstanceID));
    chooseItem(item, !isSelected, isRange && item.kind === 'server');
  };

  return (event: KeyboardEvent<HTMLTableElement>) => {
    if (event.altKey || !(event.target instanceof HTMLElement)) return;
    const row = event.target.closest<HTMLElement>('tbody tr');
    if (!row) return;
    const isOnRow = event.target === row;
    const move = (index: number) => (event.shiftKey ? extendTo(index) : goTo(index));
    const act =
      event.ctrlKey || event.metaKey
        ? { a: () => onChoose(shown, true) }[event.key]
        : {
            ArrowDown: () => move(activeIndex + 1),
            ArrowUp: () => move(activeIndex - 1),
            j: () => goTo(activeIndex + 1),
            k: () => goTo(activeIndex - 1),
            J: () => extendTo(activeIndex + 1),
            K: () => extendTo(activeIndex - 1),
            PageDown: () => move(activeIndex + PAGE),
            PageUp: () => move(activeIndex - PAGE),
            Home: () => move(0),
            End: () => move(items.length - 1),
            ArrowRight: () => stepWithin(row, 1),
            ArrowLeft: () => stepWithin(row, -1),
            x: () => toggle(false),
            X: () => toggle(true),
            ' ': isOnRow ? () => toggle(event.shiftKey) : undefined,
            Enter: isOnRow ? () => row.querySelector('a')?.click() : undefined,
          }[event.key];
    if (!act) return;
    event.preventDefault();
    event.stopPropagation();
    act();
  };
}

function focusRow(body: HTMLElement | null, key: string): boolean {
  const row = [...(body?.children ?? [])].find(
    (child): child is HTMLElement => child instanceof HTMLElement && child.dataset.key === key,
  );
  row?.focus({ preventScroll: true });
  row?.scrollIntoView({ block: 'nearest' });
  return row !== undefined;
}

/** From the row to what can be pressed in it, and back. */
function stepWithin(row: HTMLElement, step: number) {
  const stops = [row, ...row.querySelectorAll<HTMLElement>('input, a, button')];
  const here = stops.findIndex((stop) => stop === document.activeElement);
  stops[Math.min(stops.length - 1, Math.max(0, here + step))]?.focus();
}
