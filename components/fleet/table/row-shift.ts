import type { Item } from './items';
import { type Layout, ROW_HEIGHTS } from './layout';

export const heightOf = (item: Item, layout: Layout): number =>
  item.kind === 'group' ? ROW_HEIGHTS.group : ROW_HEIGHTS[layout];

/**
 * By how many pixels the first row in sight stands lower among the new rows than it stood among the old; if it
 * is gone, the first that is left of those beneath it. `above` are the pixels of old rows above the window.
 */
export function rowShift(
  before: readonly Item[],
  after: readonly Item[],
  { above, layout }: { above: number; layout: Layout },
): number {
  const now = topsOf(after, layout);
  for (const [key, top] of topsOf(before, layout)) {
    const place = top < above ? undefined : now.get(key);
    if (place !== undefined) return place - top;
  }
  return 0;
}

function topsOf(items: readonly Item[], layout: Layout): Map<string, number> {
  const tops = new Map<string, number>();
  let top = 0;
  for (const item of items) {
    tops.set(item.key, top);
    top += heightOf(item, layout);
  }
  return tops;
}
