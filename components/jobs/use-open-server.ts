import { useSearchParams } from 'next/navigation';

/**
 * The server whose drawer is open, as the address names it. Opening is a step that the Back button undoes;
 * closing is none.
 */
export function useOpenServer() {
  return { openKey: useSearchParams().get('server'), open, close };
}

const open = (key: string) => window.history.pushState(null, '', address(key));
const close = () => window.history.replaceState(null, '', address(null));

function address(key: string | null): string {
  const { pathname, search, hash } = window.location;
  const query = new URLSearchParams(search);
  if (key === null) query.delete('server');
  else query.set('server', key);
  const text = query.toString();
  return `${pathname}${text && `?${text}`}${hash}`;
}
