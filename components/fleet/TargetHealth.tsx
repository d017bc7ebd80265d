import { Age } from '@/components/ui/Age';
import { ErrorState } from '@/components/ui/ErrorState';
import { useNow } from '@/components/ui/now';
import { Popover } from '@/components/ui/Popover';
import type { WatchedTarget } from './use-fleet';

/** Shows the age of what is known of each target, and its problem. A single target is not named. */
export function TargetHealth({ targets }: { targets: readonly WatchedTarget[] }) {
  const now = useNow();
  return (
    <ul aria-label="Target health" className="flex min-w-0 flex-wrap gap-x-2 gap-y-1">
      {targets.map(({ name, fleet, problem, retry }) => {
        const age = (
          <Age
            asOf={fleet?.asOf ?? null}
            intervalSeconds={fleet?.intervalSeconds ?? null}
            problem={problem}
            retryAt={fleet?.retryAt ?? null}
            now={now}
          >
            {targets.length > 1 && <bdi className="font-medium">{name}</bdi>}
          </Age>
        );
        // Notices shows the problem of a target that was never read; the problem of any other opens here.
        return (
          <li key={name} className="min-w-0">
            {fleet && problem ? (
              <Popover label={age} name={name} triggerClassName={TRIGGER}>
                <div className="-m-2">
                  <ErrorState problem={problem} onRetry={retry} />
                </div>
              </Popover>
            ) : (
              age
            )}
          </li>
        );
      })}
    </ul>
  );
}

const TRIGGER = 'inline-flex max-w-full items-center gap-1 rounded-full text-left hover:underline';
