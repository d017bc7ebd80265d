const SHORTEST = 1_000;
const LONGEST = 30_000;

/**
 * How long to wait before the next attempt to connect, in milliseconds, after so many failures in a row. Full
 * jitter: after a restart a thousand browsers come back spread over time. `chance` is from 0 to 1.
 * https://aws.amazon.com/blogs/architecture/exponential-backoff-and-jitter/
 */
export function backOff(failures: number, chance: number): number {
  const most = Math.min(LONGEST, SHORTEST * 2 ** (failures + 1));
  return SHORTEST + chance * (most - SHORTEST);
}
