import { Panel } from '@/components/ui/Panel';
import type { PreviewedServer } from '@/lib/contract/failback-launch-preview';
import { formatCount, formatDurationUp } from '@/lib/format';
import { lossOf } from './loss';

/** The effect in plain words: what is converted, what reboots, what is lost. */
export function WhatWillHappen({
  servers,
  hasCaution,
  where,
}: {
  servers: PreviewedServer[];
  /** Whether servers with caution could be included. */
  hasCaution: boolean;
  where: string;
}) {
  return (
    <Panel title={`What will happen${where}`}>
      <div className="space-y-2 p-4 text-base">
        {servers.length > 0 ? (
          <>
            <Reboot servers={servers} />
            <LostWrites servers={servers} />
          </>
        ) : (
          <p>
            {hasCaution
              ? 'Nothing, unless you include the servers with caution below.'
              : 'Nothing: none of the selected servers can be launched as it stands.'}
          </p>
        )}
      </div>
    </Panel>
  );
}

function Reboot({ servers }: { servers: PreviewedServer[] }) {
  const others = servers.filter((server) => server.failbackToOriginalServer === false).length;
  const originals = servers.length - others;
  return (
    <p>
      {originals > 0 && `${formatCount(originals, 'original machine')} `}
      {originals > 0 && others > 0 && 'and '}
      {others > 0 && `${formatCount(others, 'other machine')} `}
      will be converted and <strong>rebooted</strong>. Replication from AWS to{' '}
      {servers.length === 1 ? 'it' : 'them'} stops. The recovery{' '}
      {servers.length === 1 ? 'instance keeps' : 'instances keep'} running in AWS.
    </p>
  );
}

function LostWrites({ servers }: { servers: PreviewedServer[] }) {
  const { seconds, name, unknown } = lossOf(servers);
  return (
    <p>
      {seconds > 0 ? (
        <>
          Up to <strong>{formatDurationUp(seconds)}</strong> of writes are lost
          {servers.length > 1 && `, most of all on ${name},`}
        </>
      ) : (
        'Writes made after the last copy are lost'
      )}{' '}
      unless the applications are stopped first.
      {unknown > 0 && (
        <strong>
          {' '}
          {servers.length === 1
            ? 'DRS does not give its lag, so how much is not known.'
            : `DRS does not give the lag of ${formatCount(unknown, 'server')}, which may lose more.`}
        </strong>
      )}
    </p>
  );
}
