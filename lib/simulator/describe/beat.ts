import { Random } from '../random';

/**
 * When something that reports every so many seconds was last seen, from its beginning up to an instant. Instants
 * are milliseconds since the epoch; each name beats at times of its own.
 */
export function lastBeat(name: string, everySeconds: number, since: number, until: number): number {
  const period = everySeconds * 1_000;
  const phase = new Random('beat', name).next() * period;
  return Math.max(since, Math.floor((until - phase) / period) * period + phase);
}
