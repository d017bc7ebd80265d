'use client';

import { useEffect, useRef } from 'react';

/** `/` goes to the search, `j` and `k` from row to row, `x` selects the row, `?` helps. */
export function useFleetKeys({ onHelp }: { onHelp: () => void }) {
  const help = useRef(onHelp);
  useEffect(() => {
    help.current = onHelp;
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
      if (document.querySelector('dialog[open]')) return;
      const act = {
        '/': focusSearch,
        '?': help.current,
        j: () => move(1),
        k: () => move(-1),
        x: toggle,
      }[event.key];
      if (!act) return;
      event.preventDefault();
      act();
    };
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, []);
}

const rowBoxes = () => [
  ...document.querySelectorAll<HTMLInputElement>('tbody input[type="checkbox"]'),
];

function focusSearch() {
  document.querySelector<HTMLInputElement>('input[type="search"]')?.focus();
}

function move(step: number) {
  const boxes = rowBoxes();
  const row = document.activeElement?.closest('tr');
  const here = boxes.findIndex((box) => box.closest('tr') === row);
  const next = boxes[here < 0 ? 0 : Math.min(boxes.length - 1, Math.max(0, here + step))];
  next?.focus();
  next?.closest('tr')?.scrollIntoView({ block: 'nearest' });
}

function toggle() {
  document.activeElement?.closest('tr')?.querySelector<HTMLInputElement>('input')?.click();
}

function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target instanceof HTMLInputElement) return target.type !== 'checkbox';
  return target.matches('textarea, select') || target.isContentEditable;
}
