import type { ReactNode } from 'react';
import { classNames } from '@/components/ui/class-names';

/** Facts in as many columns as there is room for. */
export function FactGrid({ children }: { children: ReactNode }) {
  return (
    <dl className="grid grid-cols-[repeat(auto-fill,minmax(min(100%,17rem),1fr))] gap-x-6 gap-y-2.5 p-4">
      {children}
    </dl>
  );
}

/** A name and a value; what DRS leaves out is a dash. */
export function Fact({
  name,
  isWide = false,
  children,
}: {
  name: string;
  /** Takes a line of its own. */
  isWide?: boolean;
  children?: ReactNode;
}) {
  const isAbsent = children === undefined || children === null || children === '';
  return (
    <div className={classNames('min-w-0', isWide && 'col-span-full')}>
      <dt className="text-xs text-muted">{name}</dt>
      {/* What people name their machines may run in any direction; it must not turn the line around it. */}
      <dd className="wrap-anywhere">{isAbsent ? '–' : <bdi>{children}</bdi>}</dd>
    </div>
  );
}
