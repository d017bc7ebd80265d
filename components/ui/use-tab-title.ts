import { useEffect } from 'react';

/** Shows the state in the title of the tab, so that it can be watched from another one. */
export function useTabTitle(title: string | undefined) {
  useEffect(() => {
    if (title) document.title = `${title} · Homeward`;
  }, [title]);
}
