import { memoizeByObject } from '../memoize-by-object';
import { Random } from '../random';
import { type Machine, storageOf } from './machine';

/** The stages of a replication that nothing disturbs. Durations are milliseconds of work. */
export interface Plan {
  /** A machine that has the data already is scanned for what changed; any other is copied whole. */
  kind: 'INITIAL_SYNC' | 'RESCAN';
  steps: readonly string[];
  initiation: number;
  sync: number;
  snapshot: number;
}

/** The steps of pairing with a failback client, in the order of the DRS model. */
export const PAIRING_STEPS = [
  'LINK_FAILBACK_CLIENT_WITH_RECOVERY_INSTANCE',
  'COMPLETE_VOLUME_MAPPING',
  'ESTABLISH_RECOVERY_INSTANCE_COMMUNICATION',
  'DOWNLOAD_REPLICATION_SOFTWARE_TO_FAILBACK_CLIENT',
  'CONFIGURE_REPLICATION_SOFTWARE',
  'PAIR_AGENT_WITH_REPLICATION_SOFTWARE',
  'ESTABLISH_AGENT_REPLICATOR_SOFTWARE_COMMUNICATION',
];

/** The steps of a replication into AWS, in the order of the DRS model. */
export const REPLICATION_STEPS = [
  'WAIT',
  'CREATE_SECURITY_GROUP',
  'LAUNCH_REPLICATION_SERVER',
  'BOOT_REPLICATION_SERVER',
  'AUTHENTICATE_WITH_SERVICE',
  'DOWNLOAD_REPLICATION_SOFTWARE',
  'CREATE_STAGING_DISKS',
  'ATTACH_STAGING_DISKS',
  'PAIR_REPLICATION_SERVER_WITH_AGENT',
  'CONNECT_AGENT_TO_REPLICATION_SERVER',
  'START_DATA_TRANSFER',
];

const MIB = 2 ** 20;

/**
 * Published replications of 8 GiB took 15 to 25 minutes from the agent's registration to CONTINUOUS, 3 to 5 of
 * them for the initiation. The rates at which more bytes take longer are assumed.
 */
export const planOf = memoizeByObject(
  (machine: Machine, kind: Plan['kind'], steps: readonly string[]): Plan => {
    const random = new Random(machine.vmWareUuid, 'plan', kind);
    const seconds = (from: number, to: number) => random.between(from, to) * 1_000;
    const bytesPerSecond = (kind === 'RESCAN' ? 400 : 60) * MIB;
    const base = kind === 'RESCAN' ? seconds(240, 420) : seconds(600, 840);
    return {
      kind,
      steps,
      initiation: seconds(180, 300),
      sync: base + (storageOf(machine) / bytesPerSecond) * 1_000,
      snapshot: seconds(20, 60),
    };
  },
);
