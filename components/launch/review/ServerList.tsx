import { Panel } from '@/components/ui/Panel';
import type { PreviewedServer } from '@/lib/contract/failback-launch-preview';
import { formatISODuration } from '@/lib/format';

/** Every server that will be launched, by name; none is folded away. */
export function ServerList({ servers }: { servers: PreviewedServer[] }) {
  if (servers.length === 0) return null;
  return (
    <Panel
      title="Servers"
      aside={<span className="text-xs text-muted">{servers.length}, widest lag first</span>}
    >
      <ul className="gap-x-8 px-4 py-2 sm:columns-2">
        {servers.map((server) => (
          <li
            key={server.recoveryInstanceID}
            className="flex break-inside-avoid justify-between gap-3 py-1"
          >
            <span className="font-medium" title={server.recoveryInstanceID}>
              {server.name}
              {server.failbackToOriginalServer === false && (
                <span className="ml-1.5 text-xs text-muted">to another machine</span>
              )}
            </span>
            <span className="text-xs whitespace-nowrap text-muted">
              lag {formatISODuration(server.lagDuration)}
            </span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
