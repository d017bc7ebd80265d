import type { Config } from '@/lib/config';
import type { Store } from '@/lib/store/schema';
import type { Targets } from '@/lib/targets/targets';
import type { Clock } from '@/lib/time';

/** What a launch works with. */
export interface LaunchContext {
  config: Config;
  targets: Targets;
  /** Opens the store, or gives the open one; rejects while it cannot be written. */
  store: () => Promise<Store>;
  clock: Clock;
  wait: (milliseconds: number) => Promise<void>;
}
