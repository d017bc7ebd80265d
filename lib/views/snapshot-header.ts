import type { SnapshotHeader } from '@/lib/contract/snapshot-header';
import type { Reading } from '@/lib/watch/snapshot';
import type { Watched } from './watched';

/** The target of a reading, its age, and what has gone wrong since. */
export function snapshotHeaderOf(
  { name: target }: Pick<Watched, 'name'>,
  { asOf, sequence, problem, retryAt, interval }: Reading<unknown>,
): SnapshotHeader {
  return {
    target,
    asOf: asOf.toISOString(),
    sequence,
    problem,
    retryAt: retryAt?.toISOString() ?? null,
    intervalSeconds: interval === null ? null : interval / 1_000,
  };
}
