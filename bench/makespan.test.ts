import { expect, it } from 'vitest';
import { makespan, makespans } from './makespan';

it('a launch of 4,000 servers ends within 2.8 times the slot bound, far before one job at a time', () => {
  const { bound, planned, oneByOne } = makespans();
  expect(planned / bound).toBeGreaterThan(1);
  expect(planned / bound).toBeLessThanOrEqual(2.8);
  expect(oneByOne / bound).toBeGreaterThan(10);
});

it('a job keeps its place until its slowest server has ended', () => {
  const one = { serversPerJob: 2, jobsAtOnce: 1, serversInAllJobs: 2 };
  expect(makespan([1, 5, 2, 2], [2, 2], one)).toBe(7);
  expect(makespan([1, 5, 2, 2], [2, 2], { ...one, jobsAtOnce: 2, serversInAllJobs: 4 })).toBe(5);
});
