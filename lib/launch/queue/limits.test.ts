import { beforeEach, expect, it } from 'vitest';
import { Limits } from './limits';

const settings = { serversPerJob: 100, jobsAtOnce: 20, serversInAllJobs: 500 };
let now: number;
let limits: Limits;
beforeEach(() => {
  now = 0;
  limits = new Limits(settings, () => now);
});

it('are those of the settings until DRS refuses', () => {
  expect(limits.now()).toEqual(settings);
});

it.each([
  ['L-B827C881', { serversPerJob: 40 }],
  ['L-D88FAC3A', { jobsAtOnce: 12 }],
  ['L-05AFA8C6', { serversInAllJobs: 379 }],
])('are lowered by a refusal for %s', (quotaCode, learned) => {
  limits.learn(quotaCode, 80, { jobs: 12, servers: 300 });
  expect(limits.now()).toEqual({ ...settings, ...learned });
});

it('are tried again after a while, where the refusal may have been passing', () => {
  limits.learn('L-D88FAC3A', 80, { jobs: 12, servers: 300 });
  limits.learn('L-B827C881', 80, { jobs: 12, servers: 300 });
  now = 11 * 60_000;
  expect(limits.now()).toEqual({ ...settings, serversPerJob: 40 });
});

it('learn nothing impossible: at least one job of one server remains', () => {
  limits.learn('L-B827C881', 1, { jobs: 0, servers: 0 });
  limits.learn('L-D88FAC3A', 1, { jobs: 0, servers: 0 });
  limits.learn('L-05AFA8C6', 1, { jobs: 0, servers: 0 });
  limits.learn(undefined, 1, { jobs: 3, servers: 3 });
  expect(limits.now()).toEqual({ ...settings, serversPerJob: 1 });
});
