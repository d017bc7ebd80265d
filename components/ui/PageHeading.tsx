import type { ReactNode } from 'react';
import { CopyButton } from './CopyButton';

/** The head of a page about one thing with an id; `children` show its state, `aside` the age of that. */
export function PageHeading({
  id,
  what,
  aside,
  children,
}: {
  id: string;
  what: string;
  aside?: ReactNode;
  children?: ReactNode;
}) {
  return (
    <header className="mb-3.5 flex flex-wrap items-center gap-x-3 gap-y-2">
      <span className="flex min-w-0 items-center gap-1">
        <h1 className="min-w-0 break-all">{id}</h1>
        <CopyButton text={id} label={`Copy ${what} ${id}`} />
      </span>
      {children}
      {aside && <span className="ml-auto flex max-w-full">{aside}</span>}
    </header>
  );
}
