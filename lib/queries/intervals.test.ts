import { expect, it } from 'vitest';
import type { Batch, FailbackLaunch } from '@/lib/contract/failback-launch';
import type { JobOutcome } from '@/lib/contract/job';
import { IDLE_INTERVAL, LIVE_INTERVAL, launchInterval, launchesInterval } from './intervals';

const launch = (batches: Partial<Batch>[], paused = false) =>
  ({ batches, paused: paused ? {} : null }) as unknown as FailbackLaunch;
const withJob = (outcome: JobOutcome['outcome'], isLogRead: boolean) =>
  launch([{ state: 'accepted', outcome: { outcome, isLogRead } as JobOutcome }]);

it('follows a launch while one of its batches moves', () => {
  expect(launchInterval(launch([{ state: 'sending', outcome: null }]))).toBe(LIVE_INTERVAL);
  expect(launchInterval(withJob('running', false))).toBe(LIVE_INTERVAL);
});

it('is done with a launch whose jobs were judged with their logs', () => {
  expect(launchInterval(withJob('succeeded', true))).toBe(false);
  expect(launchInterval(withJob('partly-failed', true))).toBe(false);
});

it('goes on while the log of a job is still to be read, whatever DRS says of its servers', () => {
  expect(launchInterval(withJob('partly-failed', false))).toBe(LIVE_INTERVAL);
  expect(launchInterval(withJob('unknown', false))).toBe(LIVE_INTERVAL);
});

it('looks now and then while a person has to decide', () => {
  expect(launchInterval(launch([{ state: 'parked', outcome: null }]))).toBe(IDLE_INTERVAL);
  expect(launchInterval(launch([{ state: 'planned', outcome: null }], true))).toBe(IDLE_INTERVAL);
});

it('asks for the list often only while a launch moves', () => {
  const list = (...launches: FailbackLaunch[]) =>
    launchesInterval([{ launches, nextCursor: null }]);
  expect(list(withJob('running', false), withJob('succeeded', true))).toBe(LIVE_INTERVAL);
  expect(list(withJob('partly-failed', false))).toBe(IDLE_INTERVAL);
});
