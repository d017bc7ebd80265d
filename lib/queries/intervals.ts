import { BATCH_STATES } from '@/lib/contract/batch-states';
import type { Batch, FailbackLaunch, FailbackLaunches } from '@/lib/contract/failback-launch';
import { parseInstant } from '@/lib/format';

const SECOND = 1000;

/** How often something that moves is asked for, in milliseconds. */
export const LIVE_INTERVAL = 2 * SECOND;

/** How often something that stands still is asked for: it may be started from elsewhere. */
export const IDLE_INTERVAL = 15 * SECOND;

/** The log of a job is read to its end within this time after the end of the job, if ever, in milliseconds. */
const LOG_TIMEOUT = 5 * 60 * SECOND;

/**
 * A launch is followed until every batch has come to its end, and the log of every job was read, without which a job
 * may yet be judged otherwise. A parked batch waits for a person, and a log that was not read in time for somebody who
 * may read it. `now` is when the launch was answered.
 */
export function launchInterval(launch: FailbackLaunch | undefined, now: Date): number | false {
  if (launch === undefined || isMoving(launch)) return LIVE_INTERVAL;
  const unread = launch.batches.filter(({ outcome }) => outcome?.isLogRead === false);
  const mayBeRead = launch.reading?.problem?.code !== 'drs-access-denied';
  if (mayBeRead && unread.some((batch) => hasJustEnded(batch, now))) return LIVE_INTERVAL;
  const isOpen =
    unread.length > 0 ||
    launch.batches.some(
      ({ state, outcome }) => BATCH_STATES[state].isOpen || outcome?.outcome === 'unknown',
    );
  return isOpen ? IDLE_INTERVAL : false;
}

function hasJustEnded({ job }: Batch, now: Date): boolean {
  const end = parseInstant(job?.endDateTime);
  return end !== undefined && now.getTime() - end.getTime() < LOG_TIMEOUT;
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
