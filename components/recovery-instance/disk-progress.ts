import type { ReplicatedDisk } from '@/lib/readiness/disks';

interface Progress {
  /** Bytes. */
  done: number;
  total: number;
  /** Whole, and never rounded up to a hundred. */
  percent: number;
}

/** How far a disk is; undefined without both figures, and for a disconnected one, of which DRS says that it holds nothing. */
export function progressOf(
  disk: Pick<ReplicatedDisk, 'totalStorageBytes' | 'replicatedStorageBytes'>,
): Progress | undefined {
  const { totalStorageBytes: total, replicatedStorageBytes: done } = disk;
  if (!total || done === undefined) return undefined;
  return { done, total, percent: Math.floor(Math.min(1, done / total) * 100) };
}
