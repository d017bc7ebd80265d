import { Random, digest } from '../random';
import type { Machine } from './machine';

const GIB = 2 ** 30;

const ROLES: [name: string, os: 'linux' | 'windows', diskGiB: number[]][] = [
  ['erp-db', 'linux', [60, 500, 500]],
  ['erp-app', 'linux', [80]],
  ['crm-web', 'linux', [40]],
  ['files-win', 'windows', [100, 2_000]],
  ['mail', 'windows', [120, 800]],
  ['pay-gw', 'linux', [40, 60]],
  ['dns', 'linux', [20]],
  ['bi-node', 'linux', [80, 1_000]],
  ['auth-ad', 'windows', [100]],
  ['build', 'linux', [200]],
];

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

/** What the machine at this place of a fleet is for, which its name begins with. */
export function roleAt(index: number): string {
  return ROLES[index % ROLES.length]?.[0] ?? 'server';
}

/** A believable machine, the same for the same seed and place. */
export function makeMachine(seed: string, index: number, suffix: string): Machine {
  const random = new Random(seed, 'machine', index);
  const [role, system, diskGiB] = ROLES[index % ROLES.length] ?? ['server', 'linux', [40]];
  const number = String(Math.floor(index / ROLES.length) + 1).padStart(2, '0');
  return {
    hostname: `${role}-${number}${suffix}`,
    os: random.pick(SYSTEMS[system]),
    cores: random.pick([2, 4, 8, 16]),
    ramBytes: random.pick([4, 8, 16, 32, 64]) * GIB,
    disks: diskGiB.map((size, disk) => ({
      deviceName: system === 'windows' ? `c:${disk}` : `/dev/sd${String.fromCharCode(97 + disk)}`,
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
