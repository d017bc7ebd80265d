import type { RecoveryInstance } from '@/lib/contract/recovery-instance';

export type ReplicatedDisk = NonNullable<
  NonNullable<RecoveryInstance['dataReplicationInfo']>['replicatedDisks']
>[number];

/** What the disks that give a figure add up to, in bytes; undefined when none does, for that is not zero. */
export function sumOfDisks(
  disks: readonly ReplicatedDisk[] = [],
  figure: Exclude<keyof ReplicatedDisk, 'deviceName'>,
): number | undefined {
  // A plain loop: this is asked of every server of a fleet of thousands.
  let sum: number | undefined;
  for (const { [figure]: bytes } of disks) {
    if (bytes !== undefined) sum = (sum ?? 0) + bytes;
  }
  return sum;
}
