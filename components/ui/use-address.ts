import { useSearchParams } from 'next/navigation';
import { useCallback, useEffect, useRef, useState } from 'react';

/**
 * Some parameters of the address; one that is absent is empty. They are kept here so that typing never waits
 * for the router, and written to the address so that a link repeats them. Others that are there stay.
 */
export function useAddress<Name extends string>(
  names: readonly Name[],
): [Record<Name, string>, (changes: Partial<Record<Name, string>>) => void] {
  const query = pick(useSearchParams(), names);
  const [values, setValues] = useState(query);
  const newest = useRef(query);
  const address = JSON.stringify(query);
  useEffect(() => {
    const ofBrowser = pick(new URLSearchParams(window.location.search), names);
    // The router reports an address late: the browser may have another one since.
    if (address !== JSON.stringify(ofBrowser) || address === JSON.stringify(newest.current)) return;
    newest.current = ofBrowser;
    setValues(ofBrowser);
  }, [address, names]);
  const change = useCallback((changes: Partial<Record<Name, string>>) => {
    newest.current = { ...newest.current, ...changes };
    setValues(newest.current);
    writeAddress(changes);
  }, []);
  return [values, change];
}

function pick<Name extends string>(query: URLSearchParams, names: readonly Name[]) {
  return Object.fromEntries(names.map((name) => [name, query.get(name) ?? ''])) as Record<
    Name,
    string
  >;
}

function writeAddress(changes: Record<string, string | undefined>) {
  const { pathname, search, hash } = window.location;
  const query = new URLSearchParams(search);
  for (const [name, value] of Object.entries(changes)) {
    if (value) query.set(name, value);
    else query.delete(name);
  }
  const text = query.toString();
  window.history.replaceState(null, '', `${pathname}${text && `?${text}`}${hash}`);
}
