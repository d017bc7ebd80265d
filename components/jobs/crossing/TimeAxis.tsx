import { useNow } from '@/components/ui/now';
import { classNames } from '@/components/ui/class-names';
import { type Axis, edgeAt, place, ticksOf } from './geometry';
import { LANE_COLUMNS } from './lane-columns';

/** The hours above the lanes; they stay in view while long lists of lanes are scrolled. */
export function TimeAxis({ axis }: { axis: Axis }) {
  return (
    <div
      aria-hidden
      className={classNames('sticky top-0 z-10 grid bg-surface pt-2 pb-1', LANE_COLUMNS)}
    >
      <svg className="col-span-2 h-4 w-full overflow-visible @2xl:col-span-1 @2xl:col-start-2">
        {ticksOf(axis).map(({ left, label }) => (
          <text
            key={label}
            x={`${left}%`}
            y={12}
            textAnchor={anchorAt(left)}
            className="fill-muted font-mono text-[0.6875rem]"
          >
            {label}
          </text>
        ))}
      </svg>
    </div>
  );
}

/** Hairlines under the ticks and the running edge, behind all lanes at once. */
export function TimeGrid({ axis }: { axis: Axis }) {
  return (
    <div
      aria-hidden
      className={classNames(
        'pointer-events-none absolute inset-0 hidden grid-rows-[100%] @2xl:grid',
        LANE_COLUMNS,
      )}
    >
      <svg className="col-start-2 size-full overflow-visible">
        {ticksOf(axis).map(({ left, label }) => (
          <UprightLine key={label} left={left} className="stroke-line" />
        ))}
        {axis.running && <RunningEdge axis={axis} />}
      </svg>
    </div>
  );
}

function RunningEdge({ axis }: { axis: Axis }) {
  const edge = edgeAt(axis, useNow().getTime());
  return <UprightLine left={place(axis, edge)} className="stroke-running" />;
}

function UprightLine({ left, className }: { left: number; className: string }) {
  return <line x1={`${left}%`} x2={`${left}%`} y1={0} y2="100%" className={className} />;
}

/** Labels near an end lean inwards, so that they stay inside the panel. */
function anchorAt(left: number) {
  if (left < 4) return 'start';
  return left > 96 ? 'end' : 'middle';
}
