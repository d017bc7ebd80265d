import type { TargetWatch } from '@/lib/watch/target-watch';
import type { WatchedConfig } from './surroundings';

/** The target that a view is of. */
export interface Watched {
  name: string;
  config: WatchedConfig;
  watch: TargetWatch;
}
