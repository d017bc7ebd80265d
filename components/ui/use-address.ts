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
  const address = JSON.stringify(query);
  const written = useRef(new Set([address]));
  useEffect(() => {
    // The router reports every address that was written here, also older ones, and later.
    if (written.current.has(address)) return;
    written.current = new Set([address]);
    setValues(JSON.parse(address) as Record<Name, string>);
  }, [address]);
  const change = useCallback((changes: Partial<Record<Name, string>>) => {
    setValues((before) => {
      const after = { ...before, ...changes };
      written.current.add(JSON.stringify(after));
      return after;
    });
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
