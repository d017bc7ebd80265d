'use client';

import { useRouter } from 'next/navigation';
import type { ComponentProps, MouseEvent } from 'react';

/**
 * A link to a page of the console. Next's own can also fetch ahead, which a table of ten thousand links must
 * not; without that, a link in the first view and in every row costs next to nothing.
 */
export function PageLink({
  href,
  children,
  ...rest
}: { href: string } & Omit<ComponentProps<'a'>, 'href'>) {
  const router = useRouter();
  return (
    <a
      {...rest}
      href={href}
      onClick={(event) => {
        if (!isForThisTab(event)) return;
        event.preventDefault();
        router.push(href);
      }}
    >
      {children}
    </a>
  );
}

/** With a key held down the browser opens a link elsewhere, or saves it. */
function isForThisTab({ button, metaKey, ctrlKey, shiftKey, altKey }: MouseEvent): boolean {
  return button === 0 && !metaKey && !ctrlKey && !shiftKey && !altKey;
}
