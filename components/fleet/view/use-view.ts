'use client';

import { useSearchParams } from 'next/navigation';
import { useCallback, useEffect, useRef, useState } from 'react';
import { type ParsedView, formatView, parseView } from './address';
import { AddressWriter } from './address-writer';
import type { FleetView } from './fleet-view';
import { recallColumns } from './remembered-columns';

/**
 * The view, kept here so that typing never waits for the router, and written to the address so that a link
 * repeats it. An address that changes otherwise, by a link or the Back button, brings its own view.
 */
export function useView(usualColumns: readonly string[]): [ParsedView, (view: FleetView) => void] {
  const query = useSearchParams().toString();
  const [parsed, setParsed] = useState(() => parseView(new URLSearchParams(query), usualColumns));
  const written = useRef(new Set<string>());
  const [writer] = useState(() => new AddressWriter());
  useEffect(() => writer.follow(), [writer]);
  useEffect(() => {
    // The router tells every address that was written here, the older ones too, and later.
    if (written.current.has(query)) return;
    writer.forget();
    written.current = new Set([query]);
    setParsed(parseView(new URLSearchParams(query), recallColumns() ?? usualColumns));
  }, [query, usualColumns, writer]);
  const setView = useCallback(
    (view: FleetView) => {
      const next = formatView(view, usualColumns);
      written.current.add(next);
      setParsed({ view, complaints: [] });
      writer.write(next);
    },
    [usualColumns, writer],
  );
  return [parsed, setView];
}
