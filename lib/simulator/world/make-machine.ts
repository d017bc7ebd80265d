import { Random, digest } from '../random';
import type { Blueprint } from './fleet-part';
import type { Machine } from './machine';

const GIB = 2 ** 30;

const SYSTEMS = {
  linux: [
    'Red Hat Enterprise Linux 8.10',
    'Ubuntu 22.04.5 LTS',
    'SUSE Linux Enterprise Server 15 SP6',
    'CentOS Linux 7.9.2009',
  ],
  windows: [
    'Microsoft Windows Server 2019 Datacenter',
    'Microsoft Windows Server 2016 Standard',
    'Microsoft Windows Server 2022 Standard',
  ],
};

/** A believable machine, the same for the same seed and place. */
export function makeMachine(
  seed: string,
  { index, role, number, launchOutcome }: Blueprint,
): Machine {
  const random = new Random(seed, 'machine', index);
  const suffix = launchOutcome === 'launched' ? '' : `-${launchOutcome}`;
  return {
    hostname: `${role.name}-${String(number).padStart(2, '0')}${suffix}`,
    os: random.pick(SYSTEMS[role.os]),
    cores: random.pick([2, 4, 8, 16]),
    ramBytes: random.pick([4, 8, 16, 32, 64]) * GIB,
    disks: role.diskGiB.map((size, disk) => ({
      deviceName: role.os === 'windows' ? `c:${disk}` : `/dev/sd${String.fromCharCode(97 + disk)}`,
      bytes: size * GIB,
      volumeID: `vol-0${digest(seed, 'volume', index, disk).slice(0, 16)}`,
    })),
    ips: [
      `10.${20 + (Math.floor(index / 62_500) % 200)}.${Math.floor(index / 250) % 250}.${(index % 250) + 4}`,
    ],
    macAddress: ['02', ...(digest(seed, 'mac', index).slice(0, 10).match(/../g) ?? [])].join(':'),
    vmWareUuid: digest(seed, 'vmware', index).replace(
      /^(.{8})(.{4})(.{4})(.{4})(.{12}).*/,
      '$1-$2-$3-$4-$5',
    ),
  };
}
