'use client';

import { useEffect, useRef } from 'react';

/** Handles the keys of the whole page: `/` focuses the search, `j` and `k` the table, and `?` opens the help. */
export function useFleetKeys({ onHelp }: { onHelp: () => void }) {
  const help = useRef(onHelp);
  useEffect(() => {
    help.current = onHelp;
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
      if (event.defaultPrevented || document.querySelector('dialog[open]')) return;
      const act = { '/': focusSearch, '?': help.current, j: focusTable, k: focusTable }[event.key];
      if (!act) return;
      event.preventDefault();
      act();
    };
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, []);
}

function focusSearch() {
  document.querySelector<HTMLInputElement>('input[type="search"]')?.focus();
}

function focusTable() {
  document.querySelector<HTMLElement>('tbody tr[tabindex="0"]')?.focus();
}

function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target instanceof HTMLInputElement) return target.type !== 'checkbox';
  return target.matches('textarea, select') || target.isContentEditable;
}
