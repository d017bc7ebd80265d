import type { CSSProperties } from 'react';
import type { ServerOutcome } from '@/lib/contract/job';
import { classNames } from '@/components/ui/class-names';
import type { Density } from './density';
import { type Axis, isInView, place, type Stretch, stretchesOf } from './geometry';
import { PHASE_LOOK } from './phase-look';
import { useEdgeMotion } from './use-edge-motion';

const HEIGHTS: Record<Density, string> = { comfortable: 'h-3', compact: 'h-2', dense: 'h-1.5' };

/** The picture of one lane. Its words stand beside it, so it is hidden from screen readers. */
export function Bar({
  server,
  axis,
  density = 'comfortable',
}: {
  server: ServerOutcome;
  axis: Axis;
  density?: Density;
}) {
  return (
    <div
      aria-hidden
      className={classNames(
        'relative w-full overflow-hidden forced-color-adjust-none',
        HEIGHTS[density],
      )}
    >
      {stretchesOf(server, axis)
        .filter((stretch) => isInView(stretch, axis))
        .map((stretch) => (
          <Mark key={`${stretch.phase} ${stretch.from}`} stretch={stretch} axis={axis} />
        ))}
    </div>
  );
}

function Mark({ stretch, axis }: { stretch: Stretch; axis: Axis }) {
  const { from, to } = stretch;
  if (to === undefined) return <Growing stretch={stretch} axis={axis} />;
  const left = place(axis, from);
  // A loss is an instant, drawn wide enough to be seen and inside of the lane.
  const where: CSSProperties =
    from === to
      ? { left: `min(${left}%, 100% - 7px)`, width: 7 }
      : { left: `${left}%`, width: `${place(axis, to) - left}%` };
  return <Block stretch={stretch} style={where} />;
}

/**
 * A stretch to the end of the axis, of which only what lies behind the running edge is seen. The browser moves
 * the edge by itself: nothing renders again.
 */
function Growing({ stretch, axis }: { stretch: Stretch; axis: Axis }) {
  return (
    <div ref={useEdgeMotion(axis)} className="revealed absolute inset-0 overflow-hidden">
      <div className="absolute inset-0">
        <Block stretch={stretch} style={{ left: `${place(axis, stretch.from)}%`, right: 0 }} />
      </div>
    </div>
  );
}

function Block({ stretch: { phase }, style }: { stretch: Stretch; style: CSSProperties }) {
  return (
    <div
      className={classNames('absolute inset-y-0 rounded-[2.5px]', PHASE_LOOK[phase])}
      style={style}
    />
  );
}
