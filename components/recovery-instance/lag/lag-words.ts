import type { LagSample } from '@/lib/contract/recovery-instance';
import { formatDuration, formatUTC, parseInstant } from '@/lib/format';
import { isFresh } from '@/lib/readiness/rules/reading';

/** The chart in words: "Since 09:12:00 UTC: now 4 s, at most 26 min (at 09:40:10 UTC), at least 0 s." */
export function lagWords(samples: readonly LagSample[], now: Date): string {
  const known = samples.filter(({ lagSeconds }) => lagSeconds !== null);
  const [first] = known;
  if (!first) return 'DRS has given no lag since Homeward watches this server.';
  const lags = known.map(({ lagSeconds }) => lagSeconds ?? 0);
  const highest = Math.max(...lags);
  const peak = known.find(({ lagSeconds }) => lagSeconds === highest) ?? first;
  const latest = samples.at(-1) ?? first;
  return [
    `Since ${time(first, now)}: ${latestWords(latest, now)}`,
    `at most ${formatDuration(highest)} (at ${time(peak, now)})`,
    `at least ${formatDuration(Math.min(...lags))}.`,
  ].join(', ');
}

/** "now 4 s", or "4 s when last read (at 09:00:00 UTC)" once DRS has not been read for a while. */
function latestWords(sample: LagSample, now: Date): string {
  const lag = sample.lagSeconds === null ? 'not given' : formatDuration(sample.lagSeconds);
  const read = parseInstant(sample.asOf);
  return read && isFresh(read, now)
    ? `now ${lag}`
    : `${lag} when last read (at ${time(sample, now)})`;
}

function time({ asOf }: LagSample, now: Date): string {
  const instant = parseInstant(asOf);
  return instant ? formatUTC(instant, now) : asOf;
}
