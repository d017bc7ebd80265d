import type { Config } from '@/lib/config';
import type { DrsDoor } from '@/lib/drs/client';
import type { Store } from '@/lib/store/schema';
import type { Clock } from '@/lib/time';
import type { TargetWatch } from '@/lib/watch/target-watch';

/** What a launch works with. */
export interface LaunchContext {
  config: Config;
  door: DrsDoor;
  watch: TargetWatch;
  /** Opens the store, or gives the open one; rejects while it cannot be written. */
  store: () => Promise<Store>;
  clock: Clock;
  wait: (milliseconds: number) => Promise<void>;
}
