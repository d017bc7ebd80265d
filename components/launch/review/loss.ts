import type { PreviewedServer } from '@/lib/contract/failback-launch-preview';
import { parseDuration } from '@/lib/format';

/** What a launch loses of the writes that were not copied, as the lags of its servers tell. */
export interface Loss {
  /** The widest lag, in seconds, and the server that has it; 0 without any. */
  seconds: number;
  name: string | undefined;
  /** How many servers have no lag that can be read, so that they may lose more. */
  unknown: number;
}

export function lossOf(servers: readonly PreviewedServer[]): Loss {
  const lags = servers.map(({ name, lagDuration }) => ({
    name,
    seconds: parseDuration(lagDuration),
  }));
  const [widest] = lags.toSorted((one, other) => (other.seconds ?? 0) - (one.seconds ?? 0));
  return {
    seconds: widest?.seconds ?? 0,
    name: widest?.name,
    unknown: lags.filter(({ seconds }) => seconds === undefined).length,
  };
}
