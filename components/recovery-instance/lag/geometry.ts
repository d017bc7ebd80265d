import type { LagSample } from '@/lib/contract/recovery-instance';

/** A lag chart in a square of 100 by 100, its origin at the top left. */
export interface LagPlot {
  /** The time at both ends, in milliseconds since the epoch. */
  from: number;
  to: number;
  /** The lag at the upper edge, in seconds. */
  top: number;
  /** A path for each stretch without a gap. */
  paths: string[];
}

interface Point {
  at: number;
  lag: number;
}

const MINUTE = 60;
const HOUR = 3_600;
const DAY = 24 * HOUR;

/** Where the upper edge may be, so that it reads as a round time. */
const TOPS = [
  10,
  30,
  MINUTE,
  2 * MINUTE,
  5 * MINUTE,
  10 * MINUTE,
  30 * MINUTE,
  HOUR,
  2 * HOUR,
  6 * HOUR,
  12 * HOUR,
  DAY,
];

/** A pause this many times the usual spacing was not watched, so no line is drawn across it. */
const GAP = 3;

/** Places the samples, which are oldest first; undefined while there are not two lags to draw between. */
export function plotLag(samples: readonly LagSample[]): LagPlot | undefined {
  const stretches = stretchesOf(samples);
  const points = stretches.flat();
  const [first] = points;
  const last = points.at(-1);
  if (!first || !last || first === last) return undefined;
  const top = topFor(Math.max(...points.map(({ lag }) => lag)));
  const place = ({ at, lag }: Point) =>
    `${round((100 * (at - first.at)) / (last.at - first.at))} ${round(100 - (100 * lag) / top)}`;
  return {
    from: first.at,
    to: last.at,
    top,
    paths: stretches.map(
      (stretch) => `M${stretch.map(place).join('L')}${stretch.length === 1 ? 'h0' : ''}`,
    ),
  };
}

function stretchesOf(samples: readonly LagSample[]): Point[][] {
  const moments = samples.map(({ asOf }) => Date.parse(asOf));
  const widest = GAP * usualSpacing(moments);
  const stretches: Point[][] = [];
  let isOpen = false;
  for (const [index, { lagSeconds }] of samples.entries()) {
    const at = moments[index] ?? 0;
    if (at - (moments[index - 1] ?? at) > widest) isOpen = false;
    if (lagSeconds === null) {
      isOpen = false;
      continue;
    }
    if (!isOpen) stretches.push([]);
    stretches.at(-1)?.push({ at, lag: lagSeconds });
    isOpen = true;
  }
  return stretches;
}

/** The median distance between neighbours. */
function usualSpacing(moments: number[]): number {
  const distances = moments
    .slice(1)
    .map((moment, index) => moment - (moments[index] ?? moment))
    .toSorted((one, other) => one - other);
  return distances[Math.floor(distances.length / 2)] ?? 0;
}

function topFor(lag: number): number {
  return TOPS.find((top) => lag <= top) ?? Math.ceil(lag / DAY) * DAY;
}

const round = (value: number) => Math.round(value * 100) / 100;
