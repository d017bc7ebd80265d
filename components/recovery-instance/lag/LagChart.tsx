'use client';

import { useId } from 'react';
import { useNow } from '@/components/ui/now';
import type { LagSample } from '@/lib/contract/recovery-instance';
import { formatDuration, formatUTC } from '@/lib/format';
import { type LagPlot, plotLag } from './geometry';
import { lagWords } from './lag-words';

/** The lag since Homeward watches the server, drawn and in words. */
export function LagChart({
  samples,
  cautionSeconds,
}: {
  samples: readonly LagSample[];
  /** Beyond this lag readiness asks for caution. */
  cautionSeconds: number;
}) {
  const headingID = useId();
  const now = useNow();
  const plot = plotLag(samples);
  return (
    <figure aria-labelledby={headingID} className="border-t border-line px-4 py-3">
      <h3 id={headingID} className="text-xs text-muted">
        Lag since Homeward watches
      </h3>
      {plot && <Drawing plot={plot} cautionSeconds={cautionSeconds} now={now} />}
      <figcaption className="mt-1">
        {lagWords(samples, now)}
        {!plot && samples.length > 0 && ' A chart appears with the next reading.'}
      </figcaption>
    </figure>
  );
}

/** For the eye alone: the caption says the same. */
function Drawing({
  plot,
  cautionSeconds,
  now,
}: {
  plot: LagPlot;
  cautionSeconds: number;
  now: Date;
}) {
  const caution = 100 - (100 * cautionSeconds) / plot.top;
  return (
    <div
      aria-hidden
      className="mt-1.5 grid grid-cols-[auto_minmax(0,1fr)] gap-x-2 text-xs text-muted"
    >
      <div className="flex flex-col justify-between text-right">
        <span>{formatDuration(plot.top)}</span>
        <span>0 s</span>
      </div>
      <svg
        viewBox="0 0 100 100"
        preserveAspectRatio="none"
        className="h-28 w-full overflow-visible"
      >
        {[0, 50, 100].map((y) => (
          <line key={y} x1={0} x2={100} y1={y} y2={y} className={`${HAIRLINE} stroke-line`} />
        ))}
        {caution >= 0 && (
          <line
            x1={0}
            x2={100}
            y1={caution}
            y2={caution}
            strokeDasharray="4 4"
            className={`${HAIRLINE} stroke-caution`}
          />
        )}
        {plot.paths.map((path) => (
          <path
            key={path}
            d={path}
            fill="none"
            strokeWidth={2}
            strokeLinecap="round"
            strokeLinejoin="round"
            className="stroke-accent [vector-effect:non-scaling-stroke]"
          />
        ))}
      </svg>
      <span />
      <div className="flex flex-wrap justify-between gap-x-3 pt-1">
        <span>{formatUTC(new Date(plot.from), now)}</span>
        {caution >= 0 && <span>dashed: caution beyond {formatDuration(cautionSeconds)}</span>}
        <span>{formatUTC(new Date(plot.to), now)}</span>
      </div>
    </div>
  );
}

const HAIRLINE = '[stroke-width:1] [vector-effect:non-scaling-stroke]';
