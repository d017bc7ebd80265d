import type { FleetRow } from '@/lib/contract/fleet';
import type { Facet } from './facets';

/** How many rows have each value, the most frequent first. */
export function countValues(
  rows: readonly FleetRow[],
  { valueOf, labelOf }: Facet,
): [value: string, count: number][] {
  const counts = new Map<string, number>();
  for (const row of rows) {
    const value = valueOf(row);
    if (value !== undefined) counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return [...counts].toSorted(
    ([one, more], [other, fewer]) => fewer - more || labelOf(one).localeCompare(labelOf(other)),
  );
}

/** Every tag key in use and how many servers carry it, the most frequent first. */
export function countTagKeys(rows: readonly FleetRow[]): [tag: string, count: number][] {
  const counts = new Map<string, number>();
  for (const { tags } of rows) {
    for (const tag of Object.keys(tags)) counts.set(tag, (counts.get(tag) ?? 0) + 1);
  }
  return [...counts].toSorted(
    ([one, more], [other, fewer]) => fewer - more || one.localeCompare(other),
  );
}
