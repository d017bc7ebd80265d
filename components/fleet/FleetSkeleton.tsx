import { Skeleton } from '@/components/ui/Skeleton';

export function FleetSkeleton() {
  return (
    <div role="status">
      <span className="sr-only">Reading the fleet from DRS</span>
      <Skeleton className="mb-3 h-16" />
      <Skeleton className="mb-3 h-9" />
      {Array.from({ length: 10 }, (_, index) => (
        <Skeleton key={index} className="mb-1 h-12" />
      ))}
    </div>
  );
}
