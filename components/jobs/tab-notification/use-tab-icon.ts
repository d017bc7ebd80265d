import { useEffect } from 'react';

/** Puts another icon in the tab for as long as this page is shown; the icon of the console comes back after. */
export function useTabIcon(icon: string | undefined) {
  useEffect(() => {
    if (!icon) return;
    const links = document.querySelectorAll<HTMLLinkElement>('link[rel~="icon"]');
    const before = [...links].map((link) => [link, link.getAttribute('href') ?? ''] as const);
    for (const [link] of before) link.setAttribute('href', icon);
    return () => {
      for (const [link, href] of before) link.setAttribute('href', href);
    };
  }, [icon]);
}
