/** A machine as both ends of a replication describe it. */
export interface Machine {
  hostname: string;
  os: string;
  cores: number;
  ramBytes: number;
  disks: { deviceName: string; bytes: number; volumeID: string }[];
  ips: string[];
  macAddress: string;
  vmWareUuid: string;
}

/** Bytes of all its disks. */
export function storageOf({ disks }: Machine): number {
  return disks.reduce((sum, { bytes }) => sum + bytes, 0);
}
