import type { SpeedHistory } from '../speed-history';
import type { TimestampFormat } from '../describe/wire-time';
import type { World } from './world';

/** The moment at which a world is read. Every answer is a function of it and of the facts in the worlds. */
export interface Moment {
  /** Milliseconds since the epoch, on the simulated clock. */
  now: number;
  speedHistory: SpeedHistory;
  /** Whether a server that was ready falls back to FAILBACK_ERROR when its replication stalls. */
  stalledIsError: boolean;
  timestamps: TimestampFormat;
}

/** Every account in every Region that has been opened, by worldKey. */
export type Worlds = Record<string, World>;
