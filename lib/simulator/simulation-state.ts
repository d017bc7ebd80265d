import type { Clock } from '../time';
import { type SavedClock, SimulatedClock } from './clock';
import type { RecordedEffect } from './record/effects';
import { Faults, type SavedFaults } from './faults/faults';
import { BoundedLog, type SavedBoundedLog } from './bounded-log';
import type { ReceivedCall } from './record/received-call';
import { Throttle } from './rules/throttle';
import type { Progress } from './scenario/rehearsal';
import type { SimulationSettings } from './settings';
import type { Session } from './sts/session';
import { Sessions } from './sts/sessions';
import type { Worlds } from './world/moment';

/** Everything that changes while the simulator runs: a reset begins it anew, and a file can keep it. */
export interface SimulationState {
  clock: SimulatedClock;
  faults: Faults;
  calls: BoundedLog<ReceivedCall>;
  effects: BoundedLog<RecordedEffect>;
  sessions: Sessions;
  throttle: Throttle;
  worlds: Worlds;
  /** Until when a job is kept out of DescribeJobs, in milliseconds since the epoch on the simulated clock. */
  hiddenUntil: Record<string, number>;
  progress: Progress;
}

/** The same as plain data. */
export interface SavedSimulationState {
  clock: SavedClock;
  faults: SavedFaults;
  calls: SavedBoundedLog<ReceivedCall>;
  effects: SavedBoundedLog<RecordedEffect>;
  sessions: Session[];
  worlds: Worlds;
  hiddenUntil: Record<string, number>;
  progress: Progress;
}

export function newSimulationState(
  real: Clock,
  { seed, speed, requestsPerSecond }: SimulationSettings,
  saved?: SavedSimulationState,
): SimulationState {
  const clock = new SimulatedClock(real, speed, saved?.clock);
  return {
    clock,
    faults: new Faults(seed, saved?.faults),
    calls: new BoundedLog(10_000, saved?.calls),
    effects: new BoundedLog(20_000, saved?.effects),
    sessions: new Sessions(saved?.sessions),
    throttle: new Throttle(requestsPerSecond),
    worlds: saved?.worlds ?? {},
    hiddenUntil: saved?.hiddenUntil ?? {},
    progress: saved?.progress ?? { began: clock.now().getTime(), atLarge: 0, inWorlds: {} },
  };
}

export function saveSimulationState(state: SimulationState): SavedSimulationState {
  const { clock, faults, calls, effects, sessions, worlds, hiddenUntil, progress } = state;
  return {
    clock: clock.save(),
    faults: faults.save(),
    calls: calls.save(),
    effects: effects.save(),
    sessions: sessions.list(),
    worlds,
    hiddenUntil,
    progress,
  };
}
