'use client';

import { type KeyboardEvent, type RefObject, useEffect, useRef } from 'react';
import type { FleetRow } from '@/lib/contract/fleet';
import type { Choose } from '../select/use-choose';
import type { Selection } from '../selection';
import type { Item } from './items';

const PAGE = 10;

/**
 * Handles the keys of the grid. Tab reaches the active row only. Arrows move between rows and into a row, Space
 * selects, Shift with an arrow extends the selection, Control and A select all that match.
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
  /** Scrolls to a row that may not be rendered yet. */
  scrollTo: RefObject<((index: number) => void) | undefined>;
}) {
  const wanted = useRef<string>(undefined);
  // The row may appear with the next rendering only.
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
    // The range starts at the active row, because the one chosen last may be far away. It leaves headings out.
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

/** Moves the focus between a row and the controls in it. */
function stepWithin(row: HTMLElement, step: number) {
  const stops = [row, ...row.querySelectorAll<HTMLElement>('input, a, button')];
  const here = stops.findIndex((stop) => stop === document.activeElement);
  stops[Math.min(stops.length - 1, Math.max(0, here + step))]?.focus();
}
