/** The members of a fleet row in which few texts recur in many rows. */
export const TEXT_COLUMNS = [
  'fqdn',
  'os',
  'verdict',
  'rule',
  'sentence',
  'remedy',
  'failbackState',
  'replicationState',
  'replicationError',
  'originEnvironment',
  'ec2InstanceState',
] as const;
export type TextColumn = (typeof TEXT_COLUMNS)[number];
