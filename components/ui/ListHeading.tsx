import type { ReactNode } from 'react';

/** The head of a page that lists things; `children` is one sentence about what is listed. */
export function ListHeading({
  title,
  aside,
  children,
}: {
  title: string;
  aside?: ReactNode;
  children: ReactNode;
}) {
  return (
    <header className="mb-3.5 flex flex-wrap items-center gap-x-3 gap-y-1">
      <h1>{title}</h1>
      <p className="text-muted">{children}</p>
      {aside && <span className="ml-auto flex max-w-full">{aside}</span>}
    </header>
  );
}
