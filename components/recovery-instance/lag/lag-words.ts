import type { LagSample } from '@/lib/contract/recovery-instance';
import { formatDuration, formatUTC, parseInstant } from '@/lib/format';

/** The chart in words: "Since 09:12:00 UTC: now 4 s, at most 26 min (at 09:40:10 UTC), at least 0 s." */
export function lagWords(samples: readonly LagSample[], now: Date): string {
  const known = samples.filter(({ lagSeconds }) => lagSeconds !== null);
  const [first] = known;
  if (!first) return 'DRS has given no lag since Homeward watches this server.';
  const lags = known.map(({ lagSeconds }) => lagSeconds ?? 0);
  const highest = Math.max(...lags);
  const peak = known.find(({ lagSeconds }) => lagSeconds === highest) ?? first;
  const present = samples.at(-1)?.lagSeconds ?? null;
  return [
    `Since ${time(first, now)}: now ${present === null ? 'not given' : formatDuration(present)}`,
    `at most ${formatDuration(highest)} (at ${time(peak, now)})`,
    `at least ${formatDuration(Math.min(...lags))}.`,
  ].join(', ');
}

function time({ asOf }: LagSample, now: Date): string {
  const instant = parseInstant(asOf);
  return instant ? formatUTC(instant, now) : asOf;
}
