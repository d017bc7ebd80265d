import { classNames } from '@/components/ui/class-names';
import { Panel } from '@/components/ui/Panel';
import type { PreviewedServer } from '@/lib/contract/failback-launch-preview';
import { formatCount, formatISODuration } from '@/lib/format';
import { ScrolledList } from './ScrolledList';

/** More servers than these are scrolled through. */
const MOST_IN_FULL = 200;

/** Every server that will be launched, by name; none is left out. */
export function ServerList({ servers, where }: { servers: PreviewedServer[]; where: string }) {
  if (servers.length === 0) return null;
  return (
    <Panel
      title={`Servers${where}`}
      aside={
        <span className="text-xs text-muted">
          {formatCount(servers.length, 'server')}, widest lag first
        </span>
      }
    >
      {servers.length > MOST_IN_FULL ? (
        <div className="px-4 py-2">
          <ScrolledList
            label="Servers, widest lag first"
            items={servers}
            keyOf={({ recoveryInstanceID }) => recoveryInstanceID}
          >
            {(server) => <Server server={server} />}
          </ScrolledList>
        </div>
      ) : (
        <ul className={classNames('gap-x-8 px-4 py-2', servers.length > 1 && 'sm:columns-2')}>
          {servers.map((server) => (
            <li key={server.recoveryInstanceID} className="break-inside-avoid py-1">
              <Server server={server} />
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}

function Server({ server }: { server: PreviewedServer }) {
  return (
    <span className="flex items-baseline justify-between gap-3">
      <span className="font-medium" title={server.recoveryInstanceID}>
        {server.name}
        {server.failbackToOriginalServer === false && (
          <span className="ml-1.5 text-xs text-muted">to another machine</span>
        )}
      </span>
      <span className="text-xs whitespace-nowrap text-muted">
        lag {formatISODuration(server.lagDuration)}
      </span>
    </span>
  );
}
