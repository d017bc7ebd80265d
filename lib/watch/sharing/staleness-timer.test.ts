import { expect, it } from 'vitest';
import { StalenessTimer } from './staleness-timer';

it('measures from the moment at which something was first seen as it is', () => {
  let now = 7_000;
  const staleness = new StalenessTimer(() => now);
  expect(staleness.of('A 1')).toBe(0);
  now += 3_000;
  expect(staleness.of('A 1')).toBe(3_000);
  expect(staleness.of('A 2')).toBe(0);
  now += 1_000;
  expect(staleness.of('A 2')).toBe(1_000);
});
