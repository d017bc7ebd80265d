'use client';

import { useMemo, useState } from 'react';
import type { JobAnswer } from '@/lib/contract/job';
import { Button } from '@/components/ui/Button';
import { EmptyState } from '@/components/ui/EmptyState';
import { useNow } from '@/components/ui/now';
import { Panel } from '@/components/ui/Panel';
import { arrivalWord } from '../job-words';
import { serverKey } from '../server-key';
import { foldLanes } from './fold';
import { type Axis, layAxis } from './geometry';
import { LaneRow } from './LaneRow';
import { Legend } from './Legend';
import { orderServers, serverName } from './order';
import { TimeAxis, TimeGrid } from './TimeAxis';

type CrossingJob = Pick<JobAnswer, 'job' | 'outcome' | 'names'>;

/** The lanes get closer from this many on. */
const COMPACT_FROM = 20;

/**
 * The picture of a job: one lane per server on a shared time axis, what needs a person first.
 * `knownUntil` is when DRS was last read, if it cannot be read now: the running edge stops there.
 */
export function Crossing({
  title = 'Crossing',
  answer,
  knownUntil,
}: {
  title?: string;
  answer: CrossingJob;
  knownUntil?: number | undefined;
}) {
  const arrived = arrivalWord(answer.job);
  return (
    <Panel title={title} aside={<Legend arrived={arrived} />}>
      {answer.outcome.servers.length === 0 ? (
        <EmptyState title="No servers take part">DRS names none in this job.</EmptyState>
      ) : (
        <Lanes answer={answer} arrived={arrived} knownUntil={knownUntil} />
      )}
    </Panel>
  );
}

function Lanes({
  answer: { job, outcome, names },
  arrived,
  knownUntil,
}: {
  answer: CrossingJob;
  arrived: string;
  knownUntil: number | undefined;
}) {
  const [isUnfolded, setUnfolded] = useState(false);
  const ordered = useMemo(() => orderServers(outcome.servers, names), [outcome.servers, names]);
  const axis = useAxis({ job, outcome }, knownUntil);
  const { shown, folded } = foldLanes(ordered);
  const lanes = isUnfolded ? ordered : shown;
  return (
    <div className="@container px-4 pb-3.5">
      <TimeAxis axis={axis} />
      <div className="relative">
        <TimeGrid axis={axis} />
        <ol aria-label="Servers on their way" className="relative">
          {lanes.map((server) => (
            <LaneRow
              key={serverKey(server)}
              server={server}
              name={serverName(server, names)}
              arrived={arrived}
              axis={axis}
              isCompact={lanes.length >= COMPACT_FROM}
            />
          ))}
        </ol>
      </div>
      {folded.length > 0 && (
        <Button
          variant="quiet"
          className="mt-2 -ml-3"
          aria-expanded={isUnfolded}
          onClick={() => setUnfolded(!isUnfolded)}
        >
          {isUnfolded ? `Fold ${folded.length} ${arrived}` : `${folded.length} more ${arrived}`}
        </Button>
      )}
    </div>
  );
}

/** The axis; it is a new one only when it moves, so that lanes which stand still are not drawn again. */
function useAxis(
  { job, outcome }: Pick<JobAnswer, 'job' | 'outcome'>,
  knownUntil: number | undefined,
): Axis {
  const axis = layAxis(outcome.servers, {
    began: job.creationDateTime,
    ended: job.endDateTime,
    now: useNow().getTime(),
    knownUntil,
  });
  const { from, to, step, latest, running } = axis;
  return useMemo(
    () => ({ from, to, step, latest, running, knownUntil: knownUntil ?? Infinity }),
    [from, to, step, latest, running, knownUntil],
  );
}
