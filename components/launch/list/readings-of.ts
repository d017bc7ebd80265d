import type { FailbackLaunches, JobsReading } from '@/lib/contract/failback-launch';
import { launchesInterval, secondsOf } from '@/lib/queries/intervals';

/**
 * How old what the list says is, for each target; the same target may be in several pages, of which the last was read
 * last. A list that says nothing of DRS is as old as our own answer.
 */
export function readingsOf(pages: readonly FailbackLaunches[], answeredAt: number): JobsReading[] {
  const launches = pages.flatMap((page) => page.launches);
  const byTarget = new Map(
    launches.flatMap(({ reading }) => (reading ? [[reading.target, reading] as const] : [])),
  );
  return byTarget.size > 0 ? [...byTarget.values()] : [ownAnswer(pages, answeredAt)];
}

function ownAnswer(pages: readonly FailbackLaunches[], answeredAt: number): JobsReading {
  return {
    target: '',
    asOf: new Date(answeredAt).toISOString(),
    problem: null,
    retryAt: null,
    intervalSeconds: secondsOf(launchesInterval(pages)),
  };
}
