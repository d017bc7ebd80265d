import { memo } from 'react';
import type { JobAnswer, ServerOutcome } from '@/lib/contract/job';
import { useNow } from '@/components/ui/now';
import { Status } from '@/components/ui/Status';
import { classNames } from '@/components/ui/class-names';
import { ServerLink } from '../ServerLink';
import { Bar } from './Bar';
import type { Density } from './density';
import { type Axis, edgeAt } from './geometry';
import { LANE_COLUMNS } from './lane-columns';
import { barWords, laneWords, SERVER_KINDS } from './lane-words';

interface Lane {
  job: Pick<JobAnswer, 'target' | 'job'>;
  server: ServerOutcome;
  name: string;
  arrived: string;
  axis: Axis;
  density: Density;
  onOpenServer: ((key: string) => void) | undefined;
}

const ROWS: Record<Density, string> = {
  comfortable: 'min-h-[1.625rem] py-1 @2xl:py-0',
  compact: 'min-h-5 py-0.5 text-xs @2xl:py-0',
  dense: 'min-h-4 py-0.5 text-[0.6875rem] leading-4 @2xl:py-0',
};

/** One server on its way: its name, its bar and where it stands in words. */
export const LaneRow = memo(function LaneRow(lane: Lane) {
  const { job, server, name, arrived, axis, density, onOpenServer } = lane;
  return (
    <li className={classNames('grid items-center gap-y-0.5', LANE_COLUMNS, ROWS[density])}>
      <ServerLink answer={job} server={server} onOpen={onOpenServer} className="truncate">
        <span title={name}>{name}</span>
      </ServerLink>
      <span className="@2xl:order-last">
        {server.outcome === 'running' ? (
          <GrowingWords server={server} arrived={arrived} axis={axis} />
        ) : (
          <Words server={server} arrived={arrived} edge={axis.latest} />
        )}
      </span>
      <span className="col-span-2 flex @2xl:col-span-1">
        <Bar server={server} axis={axis} density={density} />
        <span className="sr-only">{barWords(server, arrived)}</span>
      </span>
    </li>
  );
});

/** The only part of a lane that renders again with every second. */
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
