'use client';

import { useRouter } from 'next/navigation';
import type { ComponentProps, MouseEvent } from 'react';

/**
 * A link to a page of the console that does not fetch ahead as Next's own does, because a table may hold ten
 * thousand of them. It is small, so the first view can have it.
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

/** With a modifier key the browser opens the link elsewhere, or saves it. */
function isForThisTab({ button, metaKey, ctrlKey, shiftKey, altKey }: MouseEvent): boolean {
  return button === 0 && !metaKey && !ctrlKey && !shiftKey && !altKey;
}
