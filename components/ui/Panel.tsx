import { type ReactNode, useId } from 'react';

/** A titled region of a page; `aside` stands at the right end of its heading. */
export function Panel({
  title,
  aside,
  children,
}: {
  title: ReactNode;
  aside?: ReactNode;
  children: ReactNode;
}) {
  const headingID = useId();
  return (
    <section
      aria-labelledby={headingID}
      className="mb-3.5 rounded-xl border border-line bg-surface"
    >
      <div className="flex min-h-11 flex-wrap items-center justify-between gap-x-4 gap-y-1 border-b border-line px-4 py-1.5">
        <h2 id={headingID}>{title}</h2>
        {aside}
      </div>
      {children}
    </section>
  );
}
