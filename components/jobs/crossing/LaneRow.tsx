import { memo } from 'react';
import type { ServerOutcome } from '@/lib/contract/job';
import { useNow } from '@/components/ui/now';
import { Status } from '@/components/ui/Status';
import { classNames } from '@/components/ui/class-names';
import { Bar } from './Bar';
import { type Axis, edgeAt } from './geometry';
import { LANE_COLUMNS } from './lane-columns';
import { barWords, laneWords, SERVER_KINDS } from './lane-words';

interface Lane {
  server: ServerOutcome;
  name: string;
  arrived: string;
  axis: Axis;
  isCompact: boolean;
}

/** One server on its way: its name, its bar and where it stands in words. */
export const LaneRow = memo(function LaneRow({ server, name, arrived, axis, isCompact }: Lane) {
  return (
    <li
      className={classNames(
        'grid items-center gap-y-1',
        LANE_COLUMNS,
        isCompact ? 'min-h-5 py-0.5 text-xs @2xl:py-0' : 'min-h-[1.625rem] py-1 @2xl:py-0',
      )}
    >
      <span className="truncate font-medium" title={name}>
        {name}
      </span>
      <span className="@2xl:order-last">
        {server.outcome === 'running' ? (
          <GrowingWords server={server} arrived={arrived} axis={axis} />
        ) : (
          <Words server={server} arrived={arrived} edge={axis.latest} />
        )}
      </span>
      <span className="col-span-2 flex @2xl:col-span-1">
        <Bar server={server} axis={axis} isCompact={isCompact} />
        <span className="sr-only">{barWords(server, arrived)}</span>
      </span>
    </li>
  );
});

function GrowingWords({ axis, ...rest }: Pick<Lane, 'server' | 'arrived' | 'axis'>) {
  return <Words {...rest} edge={edgeAt(axis, useNow().getTime())} />;
}

function Words({ server, arrived, edge }: Pick<Lane, 'server' | 'arrived'> & { edge: number }) {
  return (
    <Status
      kind={SERVER_KINDS[server.outcome]}
      title={server.rawError}
      className="max-w-56 whitespace-normal!"
    >
      {laneWords(server, arrived, new Date(edge))}
    </Status>
  );
}
