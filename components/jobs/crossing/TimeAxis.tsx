import type { RefObject } from 'react';
import { classNames } from '@/components/ui/class-names';
import { type Axis, type Tick, ticksOf } from './geometry';
import { LANE_COLUMNS } from './lane-columns';
import { useEdgeMotion } from './use-edge-motion';

const ALIGNMENTS: Record<Tick['align'], string> = {
  start: '',
  middle: '-translate-x-1/2',
  end: '-translate-x-full',
};

/** The hours above the lanes. Give `track` to learn how wide the time axis is. */
export function TimeAxis({
  axis,
  width,
  track,
}: {
  axis: Axis;
  width: number;
  track: RefObject<HTMLDivElement | null>;
}) {
  return (
    <div
      ref={track}
      aria-hidden
      className="relative col-span-2 h-4 self-end @2xl:col-span-1 @2xl:col-start-2"
    >
      {ticksOf(axis, width).map(({ left, label, align }) => (
        <span
          key={`${left} ${label}`}
          style={{ left: `${left}%` }}
          className={classNames(
            'absolute font-mono text-[0.6875rem] leading-4 whitespace-nowrap text-muted',
            ALIGNMENTS[align],
          )}
        >
          {label}
        </span>
      ))}
    </div>
  );
}

/** Hairlines under the ticks and the running edge, behind all lanes at once. */
export function TimeGrid({ axis, width }: { axis: Axis; width: number }) {
  return (
    <div
      aria-hidden
      className={classNames(
        'pointer-events-none absolute inset-0 hidden grid-rows-[100%] @2xl:grid',
        LANE_COLUMNS,
      )}
    >
      <div className="relative col-start-2 overflow-hidden">
        {ticksOf(axis, width).map(({ left, label }) => (
          <span
            key={`${left} ${label}`}
            style={{ left: `${left}%` }}
            className="absolute inset-y-0 border-l border-line"
          />
        ))}
        {axis.running && <RunningEdge axis={axis} />}
      </div>
    </div>
  );
}

function RunningEdge({ axis }: { axis: Axis }) {
  return (
    <div
      ref={useEdgeMotion(axis)}
      className="running-edge absolute inset-0 border-l border-running"
    />
  );
}
