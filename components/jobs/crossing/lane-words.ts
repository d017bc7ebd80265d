import type { Phase, ServerOutcome } from '@/lib/contract/job';
import { formatAge, formatClock, formatWrittenClock, parseInstant } from '@/lib/format';
import type { StatusKind } from '@/components/ui/Status';
import type { Span } from './geometry';

/** How each outcome of a server is shown. */
export const SERVER_KINDS: Record<ServerOutcome['outcome'], StatusKind> = {
  running: 'running',
  launched: 'done',
  terminated: 'ready',
  failed: 'failed',
  skipped: 'caution',
  cancelled: 'caution',
  unknown: 'unknown',
};

/**
 * The end of a lane in words: "Rebooting 3 min", "Conversion failed", "Home 14:09:20".
 * `arrived` is what a launched server of this job is called; `edge` is how far the job is known to be.
 */
export function laneWords(server: ServerOutcome, arrived: string, edge: Date): string {
  if (server.outcome === 'launched') {
    const home = parseInstant(server.phases.find(({ phase }) => phase === 'home')?.from);
    return home ? `${capital(arrived)} ${formatClock(home)}` : capital(arrived);
  }
  const last = server.phases.at(-1);
  const since = parseInstant(last?.from);
  if (server.outcome !== 'running' || !since || last?.to) return server.sentence;
  return `${server.sentence} ${formatAge(since, edge < since ? since : edge)}`;
}

/** The bar of a lane in words: "Requested 14:02:11 to 14:02:40, converting since 14:02:40". */
export function barWords({ phases }: ServerOutcome, arrived: string): string {
  const parts = phases.map(({ phase, from, to }) => {
    const name = phaseWord(phase, arrived);
    if (to === from) return `${name} ${formatWrittenClock(from)}`;
    return to
      ? `${name} ${formatWrittenClock(from)} to ${formatWrittenClock(to)}`
      : `${name} since ${formatWrittenClock(from)}`;
  });
  return capital(parts.join(', '));
}

/** The time that an axis shows: "14:02:11 to 14:12:00 UTC". */
export function spanWords({ from, to }: Span): string {
  return `${formatClock(new Date(from))} to ${formatClock(new Date(to))} UTC`;
}

/** A phase as the legend calls it. */
export function phaseWord(phase: Phase, arrived: string): string {
  if (phase === 'home') return arrived;
  return phase === 'rebooting' && arrived !== 'home' ? 'launching' : phase.replace('-', ' ');
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
