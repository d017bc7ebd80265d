import { expect, it } from 'vitest';
import { type Activity, fleetInterval, jobsInterval, withJitter } from './intervals';

const SECOND = 1_000;
const nothing: Activity = { isViewed: false, activeJobs: 0, sinceChange: undefined };

it.each<[what: string, activity: Partial<Activity>, jobs: number | null, fleet: number | null]>([
  ['nobody looks and nothing runs', {}, null, null],
  ['somebody looks', { isViewed: true }, 30 * SECOND, 15 * SECOND],
  ['a job runs and nobody looks', { activeJobs: 1 }, 3 * SECOND, null],
  ['a job runs and somebody looks', { activeJobs: 1, isViewed: true }, 3 * SECOND, 20 * SECOND],
  ['200 jobs run', { activeJobs: 200, isViewed: true }, 3 * SECOND, 20 * SECOND],
  ['a job was asked for a moment ago', { sinceChange: 0 }, 3 * SECOND, null],
  ['a job was asked for long ago', { sinceChange: 60 * SECOND }, null, null],
])('While %s', (_what, activity, jobs, fleet) => {
  expect(jobsInterval({ ...nothing, ...activity })).toBe(jobs);
  expect(fleetInterval({ ...nothing, ...activity })).toBe(fleet);
});

it('Jitter only ever adds, and little', () => {
  expect([0, 0.5, 1].map((chance) => withJitter(1_000, chance))).toEqual([1_000, 1_050, 1_100]);
});
