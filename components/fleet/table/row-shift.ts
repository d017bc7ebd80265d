import type { Item } from './items';
import { type Layout, ROW_HEIGHTS } from './layout';

export const heightOf = (item: Item, layout: Layout): number =>
  item.kind === 'group' ? ROW_HEIGHTS.group : ROW_HEIGHTS[layout];

/**
 * How many pixels the first visible row moves down when the old rows are replaced by the new ones. If it is gone,
 * the next row that is left counts. `above` is the height of the old rows above the window, in pixels.
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
