import { expect, it } from 'vitest';
import type { Batch, FailbackLaunch } from '@/lib/contract/failback-launch';
import type { JobOutcome } from '@/lib/contract/job';
import { IDLE_INTERVAL, LIVE_INTERVAL, launchInterval, launchesInterval } from './intervals';

const launch = (batches: Partial<Batch>[], paused = false) =>
  ({ batches, paused: paused ? {} : null, reading: null }) as unknown as FailbackLaunch;
const ENDED = new Date('2026-11-24T10:00:00Z');
const job = { jobID: 'drsjob-1', endDateTime: ENDED.toISOString() };
const withJob = (outcome: JobOutcome['outcome'], isLogRead: boolean) =>
  launch([{ state: 'accepted', job, outcome: { outcome, isLogRead } as JobOutcome }]);

it('follows a launch while one of its batches moves', () => {
  expect(launchInterval(launch([{ state: 'sending', outcome: null }]), ENDED)).toBe(LIVE_INTERVAL);
  expect(launchInterval(withJob('running', false), ENDED)).toBe(LIVE_INTERVAL);
});

it('is done with a launch whose jobs were judged with their logs', () => {
  expect(launchInterval(withJob('succeeded', true), ENDED)).toBe(false);
  expect(launchInterval(withJob('partly-failed', true), ENDED)).toBe(false);
});

it('goes on while the log of a job is still to be read, whatever DRS says of its servers', () => {
  expect(launchInterval(withJob('partly-failed', false), ENDED)).toBe(LIVE_INTERVAL);
  expect(launchInterval(withJob('unknown', false), ENDED)).toBe(LIVE_INTERVAL);
});

it('does not wait for ever for a log that cannot be read to its end', () => {
  const waits = (minutes: number) =>
    launchInterval(withJob('unknown', false), new Date(+ENDED + minutes * 60_000));
  expect(waits(2)).toBe(LIVE_INTERVAL);
  expect(waits(6)).toBe(IDLE_INTERVAL);
  expect(launchInterval(withJob('failed', false), new Date(+ENDED + 360_000))).toBe(IDLE_INTERVAL);
});

it('does not wait for a log that may not be read, or whose job has no known end', () => {
  const problem = { code: 'drs-access-denied' };
  const denied = { ...withJob('unknown', false), reading: { problem } } as FailbackLaunch;
  expect(launchInterval(denied, ENDED)).toBe(IDLE_INTERVAL);
  const [batch] = withJob('unknown', false).batches;
  expect(launchInterval(launch([{ ...batch, job: null }]), ENDED)).toBe(IDLE_INTERVAL);
});

it('looks now and then while a person has to decide', () => {
  expect(launchInterval(launch([{ state: 'parked', outcome: null }]), ENDED)).toBe(IDLE_INTERVAL);
  expect(launchInterval(launch([{ state: 'planned', outcome: null }], true), ENDED)).toBe(
    IDLE_INTERVAL,
  );
});

it('asks for the list often only while a launch moves', () => {
  const list = (...launches: FailbackLaunch[]) =>
    launchesInterval([{ launches, nextCursor: null }]);
  expect(list(withJob('running', false), withJob('succeeded', true))).toBe(LIVE_INTERVAL);
  expect(list(withJob('partly-failed', false))).toBe(IDLE_INTERVAL);
});
