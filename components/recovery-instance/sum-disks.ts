import type { RecoveryInstance } from '@/lib/contract/recovery-instance';

export type ReplicatedDisk = NonNullable<
  NonNullable<RecoveryInstance['dataReplicationInfo']>['replicatedDisks']
>[number];

/** All disks of a server together, in bytes. */
export function sumDisks(disks: readonly ReplicatedDisk[]) {
  const sum = (bytesOf: (disk: ReplicatedDisk) => number | undefined) =>
    disks.reduce((bytes, disk) => bytes + (bytesOf(disk) ?? 0), 0);
  return {
    total: sum(({ totalStorageBytes }) => totalStorageBytes),
    replicated: sum(({ replicatedStorageBytes }) => replicatedStorageBytes),
    backlog: sum(({ backloggedStorageBytes }) => backloggedStorageBytes),
  };
}

/** The share of a disk that is done, in whole per cent that never round up to a hundred. */
export function percentOf(done: number, total: number): number {
  return total > 0 ? Math.floor(Math.min(1, done / total) * 100) : 0;
}
