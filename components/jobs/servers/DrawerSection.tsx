import { type ReactNode, useId } from 'react';

/** A titled part of a drawer. */
export function DrawerSection({ title, children }: { title: string; children: ReactNode }) {
  const headingID = useId();
  return (
    <section aria-labelledby={headingID} className="border-t border-line py-3">
      <h3 id={headingID} className="px-4 pb-1.5 text-xs font-semibold text-muted">
        {title}
      </h3>
      {children}
    </section>
  );
}
