import type { Moment } from '../world/moment';
import type { World } from '../world/world';

export interface Call {
  world: World;
  input: Record<string, unknown>;
  moment: Moment;
  isVisible: (jobID: string) => boolean;
  /** False: servers are launched whatever state they are in. */
  isGuarded: boolean;
}

/** An operation checks the shape of its input, then its state, and gives the body of its answer. */
export interface Operation {
  checkShape: (input: Record<string, unknown>) => void;
  /** Undefined: 200 with an empty body. */
  run: (call: Call) => unknown;
}
