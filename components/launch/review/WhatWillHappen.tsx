import { Panel } from '@/components/ui/Panel';
import type { PreviewedServer } from '@/lib/contract/failback-launch-preview';
import { formatCount, formatDuration, parseDuration } from '@/lib/format';

/** The effect in plain words: what is converted, what reboots, what is lost. */
export function WhatWillHappen({ servers, where }: { servers: PreviewedServer[]; where: string }) {
  if (servers.length === 0) {
    return (
      <Panel title={`What will happen${where}`}>
        <p className="p-4 text-base">None of the selected servers can be launched as it stands.</p>
      </Panel>
    );
  }
  const others = servers.filter((server) => server.failbackToOriginalServer === false).length;
  const originals = servers.length - others;
  const [widest] = servers.toSorted((one, other) => lagOf(other) - lagOf(one));
  const lag = widest ? lagOf(widest) : 0;
  return (
    <Panel title={`What will happen${where}`}>
      <div className="space-y-2 p-4 text-base">
        <p>
          {originals > 0 && `${formatCount(originals, 'original machine')} `}
          {originals > 0 && others > 0 && 'and '}
          {others > 0 && `${formatCount(others, 'other machine')} `}
          will be converted and <strong>rebooted</strong>. Replication from AWS to{' '}
          {servers.length === 1 ? 'it' : 'them'} stops.
        </p>
        <p>
          {lag > 0 ? (
            <>
              Up to <strong>{formatDuration(lag)}</strong> of writes are lost on {widest?.name},
              less or as much elsewhere,
            </>
          ) : (
            'Writes made after the last copy are lost'
          )}{' '}
          unless the applications are stopped first. The recovery instances keep running in AWS.
        </p>
      </div>
    </Panel>
  );
}

const lagOf = ({ lagDuration }: PreviewedServer) => parseDuration(lagDuration) ?? 0;
