import { type Machine, storageOf } from './machine';
import type { Plan } from './plan';
import type { Replication } from './replication';

/** The bytes of each disk, by the share of it that has been copied; everything where no share is given. */
export function copiedDisks(
  machine: Machine,
  shares: readonly number[] | undefined,
  kind: Plan['kind'],
  backlog = 0,
): Replication['disks'] {
  const total = storageOf(machine);
  return machine.disks.map(({ bytes }, index) => {
    const moved = Math.round(bytes * (shares?.[index] ?? 1));
    return {
      // A scan finds what is there already, so bytes count as replicated once they are scanned.
      replicated: moved,
      rescanned: kind === 'RESCAN' || shares === undefined ? moved : 0,
      // A block that is written again and again is sent once.
      backlogged: Math.min(bytes, Math.round((backlog * bytes) / total)),
    };
  });
}
