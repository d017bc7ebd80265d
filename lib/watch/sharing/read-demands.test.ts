import { beforeEach, expect, it } from 'vitest';
import type { ReadDemand } from '@/lib/store/read-demands';
import { ReadDemands } from './read-demands';

let now: number;
let demands: ReadDemands;

beforeEach(() => {
  now = 0;
  demands = new ReadDemands(() => now, 5_000);
});

const row = (owner: string, renewals: number, demand: Partial<ReadDemand> = {}) => ({
  owner,
  renewals,
  demand: { isViewed: true, logs: [], asked: [], invalidated: { fleet: 0, jobs: 0 }, ...demand },
});

it('brings together what all processes want read', () => {
  const { demand } = demands.look([
    row('A', 1, { logs: ['drsjob-1'], asked: ['fleet'] }),
    row('B', 1, { isViewed: false, logs: ['drsjob-2'] }),
  ]);
  expect(demand.isViewed).toBe(true);
  expect([...demand.logs]).toEqual(['drsjob-1', 'drsjob-2']);
  expect([...demand.asked]).toEqual(['fleet']);
});

it('lets go of the demand of a process that does not renew it', () => {
  demands.look([row('A', 1), row('B', 1)]);
  now = 5_000;
  const { demand, lapsed } = demands.look([row('A', 1), row('B', 2, { isViewed: false })]);
  expect(demand.isViewed).toBe(false);
  expect(lapsed).toEqual(['A']);
});

it('tells once of each change that another process has made', () => {
  const changed = { invalidated: { fleet: 0, jobs: 1 } };
  expect([...demands.look([row('A', 1, changed)]).demand.invalidated]).toEqual(['jobs']);
  expect([...demands.look([row('A', 2, changed)]).demand.invalidated]).toEqual([]);
});
