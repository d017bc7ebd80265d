import { expect, it } from 'vitest';
import { backOff } from './back-off';

it('waits from one second to ever longer, and to thirty at most', () => {
  expect([0, 1, 2, 9].map((failures) => backOff(failures, 0))).toEqual([
    1_000, 1_000, 1_000, 1_000,
  ]);
  expect([0, 1, 2, 9].map((failures) => backOff(failures, 1))).toEqual([
    2_000, 4_000, 8_000, 30_000,
  ]);
});
