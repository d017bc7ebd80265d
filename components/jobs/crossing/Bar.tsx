import type { ServerOutcome } from '@/lib/contract/job';
import { useNow } from '@/components/ui/now';
import { classNames } from '@/components/ui/class-names';
import { type Axis, type Stretch, edgeAt, place, stretchesOf } from './geometry';
import { PHASE_LOOK } from './phase-look';

/** The picture of one lane. Its words stand beside it, so it is hidden from screen readers. */
export function Bar({
  server,
  axis,
  isCompact,
}: {
  server: ServerOutcome;
  axis: Axis;
  isCompact: boolean;
}) {
  return (
    <svg aria-hidden className={classNames('w-full overflow-visible', isCompact ? 'h-2' : 'h-3')}>
      {stretchesOf(server, axis).map((stretch) => (
        <StretchMark key={`${stretch.phase} ${stretch.from}`} stretch={stretch} axis={axis} />
      ))}
    </svg>
  );
}

function StretchMark({ stretch, axis }: { stretch: Stretch; axis: Axis }) {
  const { phase, from, to } = stretch;
  if (to === undefined) return <GrowingStretch stretch={stretch} axis={axis} />;
  // A failure is an instant, drawn wide enough to be seen.
  const width = phase === 'failed' ? 7 : percent(place(axis, to) - place(axis, from));
  return <Block stretch={stretch} axis={axis} width={width} />;
}

/** The only part of a lane that renders again with every second. */
function GrowingStretch({ stretch, axis }: { stretch: Stretch; axis: Axis }) {
  const edge = edgeAt(axis, useNow().getTime());
  const width = place(axis, edge) - place(axis, stretch.from);
  return <Block stretch={stretch} axis={axis} width={percent(Math.max(0, width))} />;
}

function Block({
  stretch: { phase, from },
  axis,
  width,
}: {
  stretch: Stretch;
  axis: Axis;
  width: number | string;
}) {
  return (
    <rect
      x={percent(place(axis, from))}
      width={width}
      height="100%"
      rx={2.5}
      className={PHASE_LOOK[phase]}
    />
  );
}

const percent = (share: number) => `${share.toFixed(3)}%`;
