import { useSearchParams } from 'next/navigation';
import { useCallback, useEffect, useRef, useState } from 'react';
import { type LaunchFilter, formatFilter, parseFilter } from './launch-filter';

/**
 * The filter, kept here so that typing never waits for the router, and written to the address so that a link
 * repeats it. An address that changes otherwise brings its own filter.
 */
export function useLaunchFilter(): [LaunchFilter, (filter: LaunchFilter) => void] {
  const query = useSearchParams().toString();
  const [filter, setFilterState] = useState(() => parseFilter(new URLSearchParams(query)));
  const written = useRef(new Set([query]));
  useEffect(() => {
    // The router tells every address that was written here, the older ones too, and later.
    if (written.current.has(query)) return;
    written.current = new Set([query]);
    setFilterState(parseFilter(new URLSearchParams(query)));
  }, [query]);
  const setFilter = useCallback((changed: LaunchFilter) => {
    const next = formatFilter(changed);
    written.current.add(next);
    setFilterState(changed);
    window.history.replaceState(null, '', next ? `?${next}` : window.location.pathname);
  }, []);
  return [filter, setFilter];
}
