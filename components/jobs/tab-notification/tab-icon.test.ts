import { expect, it } from 'vitest';
import { tabIcon } from './tab-icon';

it('tells running, done and failed jobs apart', () => {
  const outcomes = ['running', 'succeeded', 'failed', 'cancelled', 'unknown'] as const;
  const icons = outcomes.map(tabIcon);
  expect(new Set(icons).size).toBe(outcomes.length);
  for (const icon of icons) expect(icon).toMatch(/^data:image\/svg\+xml,/);
  expect(tabIcon('partly-failed')).toBe(tabIcon('failed'));
});
