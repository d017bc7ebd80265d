import type { JobLogItem } from '@/lib/contract/job';
import { parseInstant } from '@/lib/format';

/**
 * The lines of a job log, oldest first, whatever order they came in. A line whose time cannot be read stays
 * behind the one before it.
 */
export function inOrder(items: readonly JobLogItem[]): JobLogItem[] {
  let latest = Number.NEGATIVE_INFINITY;
  const timed = items.map((item) => {
    latest = parseInstant(item.logDateTime)?.getTime() ?? latest;
    return { item, at: latest };
  });
  // Infinities have no difference, so the instants are compared.
  return timed
    .toSorted((one, other) => Number(one.at > other.at) - Number(one.at < other.at))
    .map(({ item }) => item);
}
