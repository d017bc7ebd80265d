/** What goes on at a target: all that decides how often DRS is asked about it. */
export interface Activity {
  /** Whether anybody looks. */
  isViewed: boolean;
  /** Jobs that have not ended. */
  activeJobs: number;
  /** Milliseconds since Homeward last changed something there; undefined when it never did. */
  sinceChange: number | undefined;
}

const SECOND = 1_000;
const JOBS_INTERVAL_ACTIVE = 3 * SECOND;
const JOBS_INTERVAL_IDLE = 30 * SECOND;
const FLEET_INTERVAL = 15 * SECOND;
/** Together with the jobs this stays below 24 calls a minute. */
const FLEET_INTERVAL_BESIDE_JOBS = 20 * SECOND;

/** A job that was just asked for may take as long as this to be listed. */
const SETTLING_TIME = 60 * SECOND;

/** Milliseconds between two readings of the jobs; null when nobody looks and nothing runs. */
export function jobsInterval({ isViewed, activeJobs, sinceChange = Infinity }: Activity) {
  if (activeJobs > 0 || sinceChange < SETTLING_TIME) return JOBS_INTERVAL_ACTIVE;
  return isViewed ? JOBS_INTERVAL_IDLE : null;
}

/** Milliseconds between two readings of the fleet, which moves by minutes; null when nobody looks. */
export function fleetInterval({ isViewed, activeJobs }: Activity) {
  if (!isViewed) return null;
  return activeJobs > 0 ? FLEET_INTERVAL_BESIDE_JOBS : FLEET_INTERVAL;
}

/** A log that somebody watches is read with the jobs, this often at most, in milliseconds. */
export const LOG_INTERVAL = 2_500;

/** Spreads readings a little, so that targets and consoles do not ask in step. `chance` is from 0 to 1. */
export function withJitter(interval: number, chance: number): number {
  return interval * (1 + 0.1 * chance);
}
