import type { Config } from '@/lib/config';
import type { Store } from '@/lib/store/schema';
import type { Targets } from '@/lib/targets/targets';
import type { Clock } from '@/lib/time';
import type { Dispatcher } from './queue/dispatcher';

/** What every step of a launch works with. */
export interface LaunchContext {
  config: Config;
  targets: Targets;
  /** Opens the store, or gives the open one; rejects with a ProblemError while it cannot be used. */
  store: () => Promise<Store>;
  clock: Clock;
  /** Milliseconds that only grow, whatever is done to the clock. */
  monotonic: () => number;
  wait: (milliseconds: number) => Promise<void>;
  /** Names this process among those that share the store. */
  owner: string;
  /** What sends the batches of each target in this process. */
  dispatchers: Map<string, Dispatcher>;
  /** Tells the operator of the server what went wrong behind the scenes. */
  warn: (event: string, error: unknown) => void;
}
