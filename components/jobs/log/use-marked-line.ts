import { useCallback, useEffect, useState } from 'react';
import { lineHash, lineOf } from './line-link';

/** The line of the log that the address names, and a function that changes it. */
export function useMarkedLine(): [number | undefined, (number: number) => void] {
  const [marked, setMarked] = useState(() =>
    typeof window === 'undefined' ? undefined : lineOf(window.location.hash),
  );
  useEffect(() => {
    const read = () => setMarked(lineOf(window.location.hash));
    window.addEventListener('hashchange', read);
    return () => window.removeEventListener('hashchange', read);
  }, []);
  const mark = useCallback((number: number) => {
    const { pathname, search } = window.location;
    window.history.replaceState(null, '', `${pathname}${search}${lineHash(number)}`);
    setMarked(number);
  }, []);
  return [marked, mark];
}
