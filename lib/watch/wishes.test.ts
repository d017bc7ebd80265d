import { beforeEach, expect, it } from 'vitest';
import type { WatchWish } from '@/lib/store/watch-wishes';
import { Wishes } from './wishes';

let now: number;
let wishes: Wishes;

beforeEach(() => {
  now = 0;
  wishes = new Wishes(() => now, 5_000);
});

const row = (owner: string, renewals: number, wish: Partial<WatchWish> = {}) => ({
  owner,
  renewals,
  wish: { isViewed: true, logs: [], asked: [], expired: { fleet: 0, jobs: 0 }, ...wish },
});

it('brings together what all processes wish', () => {
  const { wished } = wishes.look([
    row('A', 1, { logs: ['drsjob-1'], asked: ['fleet'] }),
    row('B', 1, { isViewed: false, logs: ['drsjob-2'] }),
  ]);
  expect(wished.isViewed).toBe(true);
  expect([...wished.logs]).toEqual(['drsjob-1', 'drsjob-2']);
  expect([...wished.asked]).toEqual(['fleet']);
});

it('lets go of the wish of a process that does not renew it', () => {
  wishes.look([row('A', 1), row('B', 1)]);
  now = 5_000;
  const { wished, lapsed } = wishes.look([row('A', 1), row('B', 2, { isViewed: false })]);
  expect(wished.isViewed).toBe(false);
  expect(lapsed).toEqual(['A']);
});

it('tells once of each change that another process has made', () => {
  const changed = { expired: { fleet: 0, jobs: 1 } };
  expect([...wishes.look([row('A', 1, changed)]).wished.expired]).toEqual(['jobs']);
  expect([...wishes.look([row('A', 2, changed)]).wished.expired]).toEqual([]);
});
