import { type Condition, HEALTHY, OTHER_CONDITIONS } from './conditions';
import { Random, digest } from './random';

/** What becomes of a server when it is launched. Its name says it, so that a person can choose. */
export type Fate = 'launched' | 'fails-conversion' | 'fails-launch' | 'skipped';

export interface Server {
  recoveryInstanceID: string;
  sourceServerID: string;
  hostname: string;
  condition: Condition;
  fate: Fate;
  os: string;
  cores: number;
  ramBytes: number;
  disks: { deviceName: string; bytes: number; volumeID: string }[];
  ips: string[];
  macAddress: string;
  vmWareUuid: string;
  tags: Record<string, string>;
  lagSeconds: number;
  backlogBytes: number;
  replicatedShare: number;
  /** Seconds before now at which it was launched in AWS. */
  age: number;
  /** The job of its failback, once there is one. */
  failbackJobID?: string;
}

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

/** In a fleet of sixty these places hold healthy servers that fail when they are launched. */
const FATES: Record<number, Fate> = { 4: 'fails-conversion', 13: 'fails-launch' };

/** A believable fleet, the same for the same seed. */
export function makeFleet(seed: string, count: number): Server[] {
  return Array.from({ length: count }, (_, index) => makeServer(seed, index));
}

function makeServer(seed: string, index: number): Server {
  const random = new Random(seed, 'server', index);
  const [role, system, diskGiB] = ROLES[index % ROLES.length] ?? ['server', 'linux', [40]];
  const fate = FATES[index % 60] ?? 'launched';
  const number = String(Math.floor(index / ROLES.length) + 1).padStart(2, '0');
  const hostname = `${role}-${number}${fate === 'launched' ? '' : `-${fate}`}`;
  const condition = fate === 'launched' ? conditionOf(index) : HEALTHY;
  const hex = (what: string) => digest(seed, what, index);
  return {
    recoveryInstanceID: `i-0${hex('instance').slice(0, 16)}`,
    sourceServerID: `s-3${hex('source').slice(0, 16)}`,
    hostname,
    condition,
    fate,
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
    macAddress: (hex('mac').slice(0, 10).match(/../g) ?? []).reduce(
      (mac, pair) => `${mac}:${pair}`,
      '02',
    ),
    vmWareUuid: hex('vmware').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12}).*/, '$1-$2-$3-$4-$5'),
    tags: {
      Name: hostname,
      wave: String((index % 4) + 1),
      app: role,
      env: index % 7 === 0 ? 'test' : 'prod',
    },
    lagSeconds: Math.round(random.between(...(condition.lag ?? [0, 0]))),
    backlogBytes: Math.round(random.between(...(condition.backlogGiB ?? [0, 0])) * GIB),
    replicatedShare: random.between(...(condition.replicatedShare ?? [1, 1])),
    age: Math.round(random.between(86_400, 3 * 86_400)),
  };
}

/** Every third server or so is in some other condition than ready. */
function conditionOf(index: number): Condition {
  if (index % 3 !== 2) return HEALTHY;
  return OTHER_CONDITIONS[Math.floor(index / 3) % OTHER_CONDITIONS.length] ?? HEALTHY;
}
