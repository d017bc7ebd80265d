import { BATCH_STATES } from '@/lib/contract/batch-states';
import type { FailbackLaunch, FailbackLaunches } from '@/lib/contract/failback-launch';

const SECOND = 1000;

/** How often something that moves is asked for, in milliseconds. */
export const LIVE_INTERVAL = 2 * SECOND;

/** How often something that stands still is asked for: it may be started from elsewhere. */
export const IDLE_INTERVAL = 15 * SECOND;

/**
 * A launch is followed until every batch has come to its end, and the log of every job was read, without which a job
 * may yet be judged otherwise. A parked batch waits for a person.
 */
export function launchInterval(launch: FailbackLaunch | undefined): number | false {
  if (launch === undefined || isMoving(launch)) return LIVE_INTERVAL;
  const outcomes = launch.batches.flatMap(({ outcome }) => outcome ?? []);
  if (outcomes.some(({ isLogRead }) => !isLogRead)) return LIVE_INTERVAL;
  const isOpen =
    launch.batches.some(({ state }) => BATCH_STATES[state].isOpen) ||
    outcomes.some(({ outcome }) => outcome === 'unknown');
  return isOpen ? IDLE_INTERVAL : false;
}

/** Whether it goes on by itself: the job of a batch runs, its answer is awaited, or its turn comes. */
function isMoving({ paused, batches }: FailbackLaunch): boolean {
  return batches.some(({ state, outcome }) => {
    const { hasJob, isInFlight } = BATCH_STATES[state];
    if (hasJob) return outcome === null || outcome.outcome === 'running';
    return isInFlight || (state === 'planned' && !paused);
  });
}

/** The list of launches moves while one of them does; others may launch at any time. It waits for no log. */
export function launchesInterval(pages: readonly FailbackLaunches[] | undefined): number {
  const isLive = pages?.some(({ launches }) => launches.some(isMoving)) ?? true;
  return isLive ? LIVE_INTERVAL : IDLE_INTERVAL;
}

/** An interval in seconds; null when there is none. */
export const secondsOf = (interval: number | false) =>
  interval === false ? null : interval / SECOND;
