import type { Config, TargetConfig } from '@/lib/config';
import { type DrsClients, createDrsClients } from '@/lib/drs/client';
import type { Clock } from '@/lib/time';
import type { Archive } from '@/lib/watch/archive';
import type { Sharing } from '@/lib/watch/sharing/sharing';
import { TargetWatch } from '@/lib/watch/target-watch';

/** One account and Region that Homeward watches: what it is called, the clients of its DRS, and what is known of it. */
export interface Target {
  name: string;
  config: TargetConfig;
  drs: DrsClients;
  watch: TargetWatch;
}

/** Opens a target. Nothing is read until it is started or asked. */
export function openTarget(
  config: TargetConfig,
  { operator, drsTimeoutMilliseconds }: Pick<Config, 'operator' | 'drsTimeoutMilliseconds'>,
  warn: (event: string, error: unknown) => void,
  clock: Clock,
  archive?: Archive,
  sharing?: Sharing,
): Target {
  const timeoutMilliseconds = drsTimeoutMilliseconds;
  const drs = createDrsClients(config, { operator, timeoutMilliseconds, clock, warn });
  return { name: config.name, config, drs, watch: new TargetWatch(drs, clock, archive, sharing) };
}
