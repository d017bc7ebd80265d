import { type CSSProperties, type ReactNode, useMemo, useRef, useState } from 'react';
import { Button } from '@/components/ui/Button';
import { classNames } from '@/components/ui/class-names';
import { useNow } from '@/components/ui/now';
import { useWidth } from '@/components/ui/use-width';
import { arrivalWord } from '../job-words';
import { serverKey } from '../server-key';
import type { CrossingJob } from './Crossing';
import { densityOf } from './density';
import { foldLanes, foldWords } from './fold';
import { type Axis, edgeAt, layPart, place } from './geometry';
import { LANE_COLUMNS } from './lane-columns';
import { LaneRow } from './LaneRow';
import { spanWords } from './lane-words';
import { orderServers, serverName } from './order';
import { TimeAxis, TimeGrid } from './TimeAxis';
import { useAxis } from './use-axis';
import { useZoom } from './use-zoom';
import { ZoomControls } from './ZoomControls';

/** In pixels, until the track is there to be measured. */
const GUESSED_WIDTH = 600;

/** The lanes under their time axis, which can be zoomed and panned by button and by key. */
export function Lanes({
  answer,
  knownUntil,
  onOpenServer,
}: {
  answer: CrossingJob;
  knownUntil: number | undefined;
  onOpenServer: ((key: string) => void) | undefined;
}) {
  const { target, job, outcome, names } = answer;
  const arrived = arrivalWord(job);
  const track = useRef<HTMLDivElement>(null);
  const width = useWidth(track) ?? GUESSED_WIDTH;
  const whole = useAxis(answer, { knownUntil, width });
  const chart = useRef<HTMLDivElement>(null);
  const { view, move } = useZoom(chart, whole);
  const axis = useMemo(() => (view ? layPart(whole, view, width) : whole), [whole, view, width]);
  const [isUnfolded, setUnfolded] = useState(false);
  const ordered = useMemo(() => orderServers(outcome.servers, names), [outcome.servers, names]);
  const folded = foldLanes(ordered);
  const lanes = isUnfolded ? ordered : folded.shown;
  const more = foldWords(folded, arrived);
  const described = useMemo(() => ({ target, job }), [target, job]);

  return (
    <div
      ref={chart}
      role="group"
      aria-label={`Lanes, ${spanWords(axis)}`}
      // Reachable by keyboard, because its keys move the time that is shown.
      tabIndex={0}
      className="@container rounded-b-xl px-4 pb-3.5 -outline-offset-2"
    >
      <div
        className={classNames(
          'sticky top-[3.3125rem] z-10 grid items-center bg-surface pt-2 pb-1 md:top-0',
          LANE_COLUMNS,
        )}
      >
        <ZoomControls view={view} whole={whole} onMove={move} />
        <TimeAxis axis={axis} width={width} track={track} />
      </div>
      <EdgeGround axis={axis}>
        <TimeGrid axis={axis} width={width} />
        <ol aria-label="Servers on their way" className="relative">
          {lanes.map((server) => (
            <LaneRow
              key={serverKey(server)}
              job={described}
              server={server}
              name={serverName(server, names)}
              arrived={arrived}
              axis={axis}
              density={densityOf(lanes.length)}
              onOpenServer={onOpenServer}
            />
          ))}
        </ol>
      </EdgeGround>
      {more && (
        <Button
          variant="quiet"
          className="mt-2 -ml-3"
          aria-expanded={isUnfolded}
          onClick={() => setUnfolded(!isUnfolded)}
        >
          {isUnfolded ? 'Show fewer' : more}
        </Button>
      )}
    </div>
  );
}

/** Where the running edge stands when it does not move by itself: without motion, or while DRS is not read. */
function EdgeGround({ axis, children }: { axis: Axis; children: ReactNode }) {
  const edge = place(axis, edgeAt(axis, useNow().getTime()));
  return (
    <div
      data-edge={axis.knownUntil === Number.POSITIVE_INFINITY ? 'moving' : 'still'}
      style={{ '--edge': `${edge}%` } as CSSProperties}
      className="relative"
    >
      {children}
    </div>
  );
}
