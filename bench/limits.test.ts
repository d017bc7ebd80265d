import { expect, it } from 'vitest';
import { LIMITS, verdictOn } from './limits';

it.each([
  [LIMITS.selectAll, 50, 10, 'wanted at most 50: within'],
  [LIMITS.selectAll, 50.01, 10, 'wanted at most 50: over'],
  [LIMITS.framesWhileScrolling, 58, 60, 'wanted at least 58: within'],
  [LIMITS.framesWhileScrolling, 57.9, 60, 'wanted at least 58: under'],
  [LIMITS.coldSync, 500, 200, 'wanted ratio at most 2.5: within'],
  [LIMITS.coldSync, 501, 200, 'wanted ratio at most 2.5: over'],
])('judges a figure beside its limit', (limit, figure, floor, words) => {
  expect(verdictOn(limit, figure, floor)).toBe(words);
});
