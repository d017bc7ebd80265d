import type { World } from '../world';

export interface Call {
  world: World;
  input: Record<string, unknown>;
  /** Milliseconds since the epoch, on the simulated clock. */
  now: number;
  /** How many times as fast as in reality a new job goes. */
  pace: number;
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
