import type { Span } from './geometry';
import { canMove, type Move } from './zoom';
import { classNames } from '@/components/ui/class-names';

const CONTROLS: [move: Move, sign: string, label: string, key: string][] = [
  ['out', '−', 'Zoom out', '−'],
  ['in', '+', 'Zoom in', '+'],
  ['earlier', '‹', 'Earlier', '←'],
  ['later', '›', 'Later', '→'],
  ['fit', 'Fit', 'Fit the whole job', '0'],
];

/** Moves about on the time axis; each button names its key. */
export function ZoomControls({
  view,
  whole,
  onMove,
}: {
  view: Span | null;
  whole: Span;
  onMove: (move: Move) => void;
}) {
  return (
    <div role="group" aria-label="Time shown" className="col-span-2 flex @2xl:col-span-1">
      {CONTROLS.map(([move, sign, label, key]) => {
        const isOff = !canMove(view, whole, move);
        return (
          <button
            key={move}
            type="button"
            aria-label={label}
            aria-disabled={isOff}
            title={`${label} (${key})`}
            onClick={() => onMove(move)}
            className={classNames(
              'inline-flex h-7 min-w-7 items-center justify-center border border-l-0 border-line-strong px-1.5 first:rounded-l-md first:border-l last:rounded-r-md',
              isOff ? 'cursor-default text-muted/60' : 'hover:bg-done-soft',
            )}
          >
            {sign}
          </button>
        );
      })}
    </div>
  );
}
