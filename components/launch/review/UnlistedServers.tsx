import { changeSelection, withServers } from '@/components/fleet/selection';
import { Button } from '@/components/ui/Button';
import type { PreviewedServer } from '@/lib/contract/failback-launch-preview';
import { formatCount } from '@/lib/format';

/** Selected servers that DRS does not list any more: they are not launched, and need not stay selected. */
export function UnlistedServers({
  target,
  servers,
}: {
  target: string;
  servers: readonly PreviewedServer[];
}) {
  const unlisted = servers.filter(({ isUnlisted }) => isUnlisted);
  if (unlisted.length === 0) return null;
  const takeOut = () =>
    changeSelection((selected) =>
      withServers(
        selected,
        unlisted.map(({ recoveryInstanceID }) => ({ recoveryInstanceID, target })),
        false,
      ),
    );
  return (
    <p className="flex flex-wrap items-center justify-between gap-x-3 gap-y-2 px-4 py-3">
      <span className="min-w-0 flex-1 basis-56">
        DRS does not list {formatCount(unlisted.length, 'selected server')} any more.
      </span>
      <Button onClick={takeOut}>
        Take {formatCount(unlisted.length, 'server')} out of the selection
      </Button>
    </p>
  );
}
