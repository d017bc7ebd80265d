/** The purpose of a machine. Its name begins with it, and its disks and operating system follow from it. */
export interface Role {
  name: string;
  os: 'linux' | 'windows';
  diskGiB: readonly number[];
  /** The team that is responsible for it. */
  owner: string;
}

export const ROLES: readonly [Role, ...Role[]] = [
  { name: 'erp-db', os: 'linux', diskGiB: [60, 500, 500], owner: 'finance' },
  { name: 'erp-app', os: 'linux', diskGiB: [80], owner: 'finance' },
  { name: 'crm-web', os: 'linux', diskGiB: [40], owner: 'sales' },
  { name: 'files-win', os: 'windows', diskGiB: [100, 2_000], owner: 'workplace' },
  { name: 'mail', os: 'windows', diskGiB: [120, 800], owner: 'workplace' },
  { name: 'pay-gw', os: 'linux', diskGiB: [40, 60], owner: 'payments' },
  { name: 'dns', os: 'linux', diskGiB: [20], owner: 'network' },
  { name: 'bi-node', os: 'linux', diskGiB: [80, 1_000], owner: 'analytics' },
  { name: 'auth-ad', os: 'windows', diskGiB: [100], owner: 'identity' },
  { name: 'build', os: 'linux', diskGiB: [200], owner: 'engineering' },
];
