import { classNames } from './class-names';

/** A quiet block where something is about to be; size it with `className`. */
export function Skeleton({ className }: { className?: string }) {
  return (
    <span
      aria-hidden
      className={classNames('block animate-pulse rounded-md bg-done-soft', className)}
    />
  );
}
