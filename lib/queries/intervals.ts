import { BATCH_STATES } from '@/lib/contract/batch-states';
import type { Batch, FailbackLaunch, FailbackLaunches } from '@/lib/contract/failback-launch';
import type { JobOutcome } from '@/lib/contract/job';

const SECOND = 1000;

/** How often something that moves is asked for, in milliseconds. */
export const LIVE_INTERVAL = 2 * SECOND;

/** How often something that stands still is asked for: it may be started from elsewhere. */
export const IDLE_INTERVAL = 15 * SECOND;

/** A job is followed until DRS has ended it and Homeward has judged it; an ended job does not change. */
export function jobInterval(outcome: Pick<JobOutcome, 'outcome'> | undefined): number | false {
  if (outcome === undefined || outcome.outcome === 'running') return LIVE_INTERVAL;
  return outcome.outcome === 'unknown' ? IDLE_INTERVAL : false;
}

/** A launch is followed until every batch has come to its end. A parked batch waits for a person. */
export function launchInterval(launch: FailbackLaunch | undefined): number | false {
  if (launch === undefined) return LIVE_INTERVAL;
  const { paused, batches } = launch;
  if (batches.some((batch) => isMoving(batch, paused !== null))) return LIVE_INTERVAL;
  return batches.some(({ state }) => BATCH_STATES[state].isOpen) ? IDLE_INTERVAL : false;
}

/** Whether it goes on by itself: its job does, its answer is awaited, or its turn comes. */
function isMoving({ state, outcome }: Batch, isPaused: boolean): boolean {
  const { hasJob, isInFlight } = BATCH_STATES[state];
  if (hasJob) return jobInterval(outcome ?? undefined) !== false;
  return isInFlight || (state === 'planned' && !isPaused);
}

/** The list of launches moves while one of them does; others may launch at any time. */
export function launchesInterval(pages: readonly FailbackLaunches[] | undefined): number {
  const launches = pages?.flatMap((page) => page.launches);
  const isLive = launches?.some((launch) => launchInterval(launch) === LIVE_INTERVAL) ?? true;
  return isLive ? LIVE_INTERVAL : IDLE_INTERVAL;
}

/** An interval in seconds; null when there is none. */
export const secondsOf = (interval: number | false) =>
  interval === false ? null : interval / SECOND;
