'use client';

import { useSearchParams } from 'next/navigation';
import { useCallback, useEffect, useRef, useState } from 'react';
import { type ParsedView, formatView, parseView } from './address';
import { AddressWriter } from './address-writer';
import type { FleetView } from './fleet-view';
import { recallColumns } from './remembered-columns';

interface ViewState extends ParsedView {
  setView: (view: FleetView) => void;
  /** Removes the complaints, and the unknown parameters from the address. */
  dismissComplaints: () => void;
}

/**
 * Keeps the view in state, so that typing never waits for the router, and writes it to the address, so that a link
 * repeats it. An address that changes otherwise, by a link or the Back button, replaces the view.
 */
export function useView(usual: readonly string[]): ViewState {
  const query = useSearchParams().toString();
  // The server cannot know what a browser remembers, so the first rendering does without.
  const [{ view, complaints }, setParsed] = useState(() =>
    parseView(new URLSearchParams(query), { usual, remembered: undefined }),
  );
  const [writer] = useState(() => new AddressWriter());
  const written = useRef<string>(undefined);
  useEffect(
    () =>
      writer.follow((newest) => {
        written.current = newest;
      }),
    [writer],
  );
  useEffect(() => {
    // The router reports an address late: the view may have written it, or another one since.
    if (query === written.current || query !== queryOfBrowser()) return;
    written.current = undefined;
    writer.forget();
    setParsed(parseView(new URLSearchParams(query), { usual, remembered: recallColumns() }));
  }, [query, usual, writer]);
  const setView = useCallback(
    (changed: FleetView) => {
      setParsed((before) => ({ ...before, view: changed }));
      writer.write(formatView(changed, { usual, remembered: recallColumns() }));
    },
    [usual, writer],
  );
  const dismissComplaints = () => {
    setView({ ...view, unknown: [] });
    setParsed((before) => ({ ...before, complaints: [] }));
  };
  return { view, complaints, setView, dismissComplaints };
}

function queryOfBrowser(): string {
  return new URLSearchParams(window.location.search).toString();
}
