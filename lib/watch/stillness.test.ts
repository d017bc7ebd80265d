import { expect, it } from 'vitest';
import { Stillness } from './stillness';

it('measures from the moment at which something was first seen as it is', () => {
  let now = 7_000;
  const stillness = new Stillness(() => now);
  expect(stillness.of('A 1')).toBe(0);
  now += 3_000;
  expect(stillness.of('A 1')).toBe(3_000);
  expect(stillness.of('A 2')).toBe(0);
  now += 1_000;
  expect(stillness.of('A 2')).toBe(1_000);
});
