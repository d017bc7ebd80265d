import { Age } from '@/components/ui/Age';
import { useNow } from '@/components/ui/now';
import type { WatchedTarget } from './use-fleet';

/** How old the truth of each target is, and what is wrong with it; with one target its name goes without saying. */
export function TargetHealth({ targets }: { targets: readonly WatchedTarget[] }) {
  const now = useNow();
  return (
    <ul aria-label="Target health" className="flex min-w-0 flex-wrap gap-x-2 gap-y-1">
      {targets.map(({ name, fleet, problem }) => (
        <li key={name} className="min-w-0">
          <Age
            asOf={fleet?.asOf ?? null}
            intervalSeconds={fleet?.intervalSeconds ?? null}
            problem={problem}
            retryAt={fleet?.retryAt ?? null}
            now={now}
          >
            {targets.length > 1 && <bdi className="font-medium">{name}</bdi>}
          </Age>
        </li>
      ))}
    </ul>
  );
}
