import { Skeleton } from './Skeleton';

/** Rows in the place of a list that is loading; `label` says so to screen readers. */
export function ListSkeleton({ label }: { label: string }) {
  return (
    <output aria-label={label} className="block space-y-4 p-4">
      <Skeleton className="h-4 w-11/12" />
      <Skeleton className="h-4 w-10/12" />
      <Skeleton className="h-4 w-11/12" />
      <Skeleton className="h-4 w-9/12" />
    </output>
  );
}
