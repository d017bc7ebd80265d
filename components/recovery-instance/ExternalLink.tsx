import type { ReactNode } from 'react';

/** A link that leaves the console, in a tab of its own; `about` says what it leads to where the text is short. */
export function ExternalLink({
  href,
  about,
  children,
}: {
  href: string;
  about?: string;
  children: ReactNode;
}) {
  return (
    <a
      href={href}
      target="_blank"
      rel="noreferrer"
      className="text-accent underline"
      aria-label={about && `${about} (opens in a new tab)`}
    >
      {children}
      <span aria-hidden> ↗</span>
    </a>
  );
}
