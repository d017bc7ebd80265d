import { Random } from '../random';

/**
 * The last time before an instant at which something that reports every so many seconds was seen. Instants are
 * milliseconds since the epoch; each name reports at times of its own.
 */
export function lastBeat(name: string, everySeconds: number, since: number, until: number): number {
  const period = everySeconds * 1_000;
  const phase = new Random('beat', name).next() * period;
  return Math.max(since, Math.floor((until - phase) / period) * period + phase);
}
