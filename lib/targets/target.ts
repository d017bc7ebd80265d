import type { Config, TargetConfig } from '@/lib/config';
import { type DrsDoor, openDrs } from '@/lib/drs/client';
import type { Clock } from '@/lib/time';
import type { Archive } from '@/lib/watch/archive';
import type { Sharing } from '@/lib/watch/sharing';
import { TargetWatch } from '@/lib/watch/target-watch';

/** One account and Region that Homeward watches: what it is called, the way to its DRS, and what is known of it. */
export interface Target {
  name: string;
  config: TargetConfig;
  door: DrsDoor;
  watch: TargetWatch;
}

/** Opens a target. Nothing is read before somebody asks. */
export function openTarget(
  config: TargetConfig,
  { operator, drsTimeoutMilliseconds }: Pick<Config, 'operator' | 'drsTimeoutMilliseconds'>,
  warn: (event: string, error: unknown) => void,
  clock: Clock,
  archive?: Archive,
  sharing?: Sharing,
): Target {
  const timeoutMilliseconds = drsTimeoutMilliseconds;
  const door = openDrs(config, { operator, timeoutMilliseconds, clock, warn });
  return { name: config.name, config, door, watch: new TargetWatch(door, clock, archive, sharing) };
}
