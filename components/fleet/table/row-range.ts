interface VisibleRange {
  startIndex: number;
  endIndex: number;
  /** How many more there should be at either end. */
  overscan: number;
  count: number;
}

/** Rows come and go by so many, for the browser lays out the whole table whenever one does. */
const STEP = 8;

/** The places of the rows to draw, in order: those in sight in whole steps, and the active one wherever it is. */
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
