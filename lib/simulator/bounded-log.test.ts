import { expect, it } from 'vitest';
import { BoundedLog } from './bounded-log';

it('keeps the newest, counts what it has forgotten, and goes on from what was saved', () => {
  const list = new BoundedLog<number>(10);
  for (let item = 0; item < 1_000; item += 1) list.add(item);
  const { items, forgotten } = list;
  expect(items.length).toBeGreaterThanOrEqual(10);
  expect(items.length).toBeLessThanOrEqual(11);
  expect(items.at(-1)).toBe(999);
  expect(items.length + forgotten).toBe(1_000);
  const again = new BoundedLog<number>(10, list.save());
  again.add(1_000);
  expect(again.items.at(-1)).toBe(1_000);
  expect(again.items.length + again.forgotten).toBe(1_001);
});
