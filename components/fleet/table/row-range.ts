interface VisibleRange {
  startIndex: number;
  endIndex: number;
  /** How many more rows to render at either end. */
  overscan: number;
  count: number;
}

/** Rows are added and removed in steps of so many, because the browser lays out the whole table each time. */
const STEP = 8;

/** The indexes of the rows to render, in order: the visible ones in whole steps, and the active one wherever it is. */
export function rowsToRender(
  { startIndex, endIndex, overscan, count }: VisibleRange,
  activeIndex: number,
): number[] {
  const first = Math.max(0, Math.floor((startIndex - overscan) / STEP) * STEP);
  const end = Math.min(count, Math.ceil((endIndex + overscan + 1) / STEP) * STEP);
  const indexes = Array.from({ length: Math.max(0, end - first) }, (_, place) => first + place);
  if (activeIndex < first) indexes.unshift(activeIndex);
  else if (activeIndex >= end && activeIndex < count) indexes.push(activeIndex);
  return indexes;
}
