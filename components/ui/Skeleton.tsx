import { classNames } from './class-names';

/** A quiet block in the place of something that is loading; size it with `className`. */
export function Skeleton({ className }: { className?: string }) {
  return (
    <span
      aria-hidden
      className={classNames('block animate-pulse rounded-md bg-done-soft', className)}
    />
  );
}
