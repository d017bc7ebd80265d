import { useEffect } from 'react';

/** Tells the state in the tab, so that it can be watched from another one. */
export function useTabTitle(title: string | undefined) {
  useEffect(() => {
    if (title) document.title = `${title} · Homeward`;
  }, [title]);
}
