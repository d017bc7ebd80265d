/** What a server is in the middle of: its failback and replication as DRS would describe them. */
export interface Condition {
  origin: 'ON_PREMISES' | 'AWS';
  state: string;
  replication: string;
  isDrill?: true;
  /** Seconds. */
  lag?: [from: number, to: number];
  backlogGiB?: [from: number, to: number];
  /** Seconds since the failback client was seen; absent: it polls. */
  clientSilent?: number;
  /** False where no failback client was ever paired. */
  hasClient?: false;
  replicatedShare?: [from: number, to: number];
  error?: string;
  /** How many pairing steps have succeeded. */
  steps?: number;
}

const READY = 'FAILBACK_READY_FOR_LAUNCH';
const SYNCHRONIZING = 'FAILBACK_IN_PROGRESS';

export const HEALTHY: Condition = {
  origin: 'ON_PREMISES',
  state: READY,
  replication: 'CONTINUOUS',
  lag: [0, 4],
};

/**
 * Every other condition, so that each failback and replication state occurs in a fleet of sixty.
 * The pairs follow the user guide's walk-through of a failback:
 * https://docs.aws.amazon.com/drs/latest/userguide/failback-performing-main.html
 */
export const OTHER_CONDITIONS: readonly Condition[] = [
  {
    origin: 'ON_PREMISES',
    state: READY,
    replication: 'BACKLOG',
    lag: [300, 1_800],
    backlogGiB: [2, 20],
  },
  {
    origin: 'ON_PREMISES',
    state: READY,
    replication: 'BACKLOG',
    lag: [20, 200],
    backlogGiB: [0.1, 2],
  },
  {
    origin: 'ON_PREMISES',
    state: READY,
    replication: 'RESCAN',
    lag: [60, 600],
    replicatedShare: [0.4, 0.9],
  },
  { origin: 'ON_PREMISES', state: READY, replication: 'PAUSED', lag: [600, 4_000] },
  {
    origin: 'ON_PREMISES',
    state: READY,
    replication: 'STALLED',
    lag: [840, 900],
    backlogGiB: [1, 4],
    clientSilent: 860,
    error: 'FAILBACK_CLIENT_NOT_SEEN',
  },
  {
    origin: 'ON_PREMISES',
    state: READY,
    replication: 'CONTINUOUS',
    lag: [0, 4],
    clientSilent: 1_500,
  },
  { origin: 'ON_PREMISES', state: READY, replication: 'CONTINUOUS', lag: [0, 2], isDrill: true },
  { origin: 'ON_PREMISES', state: SYNCHRONIZING, replication: 'INITIATING', steps: 2 },
  {
    origin: 'ON_PREMISES',
    state: SYNCHRONIZING,
    replication: 'INITIAL_SYNC',
    replicatedShare: [0.1, 0.7],
  },
  {
    origin: 'ON_PREMISES',
    state: SYNCHRONIZING,
    replication: 'RESCAN',
    replicatedShare: [0.5, 0.9],
  },
  {
    origin: 'ON_PREMISES',
    state: SYNCHRONIZING,
    replication: 'CREATING_SNAPSHOT',
    replicatedShare: [1, 1],
  },
  {
    origin: 'ON_PREMISES',
    state: 'FAILBACK_NOT_STARTED',
    replication: 'NOT_STARTED',
    hasClient: false,
  },
  {
    origin: 'ON_PREMISES',
    state: 'FAILBACK_NOT_STARTED',
    replication: 'NOT_STARTED',
    hasClient: false,
    isDrill: true,
  },
  {
    origin: 'ON_PREMISES',
    state: 'FAILBACK_ERROR',
    replication: 'STALLED',
    clientSilent: 7_200,
    error: 'NOT_CONVERGING',
  },
  { origin: 'ON_PREMISES', state: 'FAILBACK_ERROR', replication: 'DISCONNECTED', hasClient: false },
  { origin: 'ON_PREMISES', state: 'FAILBACK_COMPLETED', replication: 'STOPPED' },
  { origin: 'ON_PREMISES', state: 'FAILBACK_COMPLETED', replication: 'STOPPED' },
  {
    origin: 'AWS',
    state: 'FAILBACK_NOT_READY_FOR_LAUNCH',
    replication: 'NOT_STARTED',
    hasClient: false,
  },
  {
    origin: 'AWS',
    state: 'FAILBACK_NOT_READY_FOR_LAUNCH',
    replication: 'NOT_STARTED',
    hasClient: false,
  },
  {
    origin: 'AWS',
    state: 'FAILBACK_LAUNCH_STATE_NOT_AVAILABLE',
    replication: 'REPLICATION_STATE_NOT_AVAILABLE',
    hasClient: false,
  },
  { origin: 'AWS', state: READY, replication: 'CONTINUOUS', lag: [0, 3], hasClient: false },
];

/** The steps of pairing, in the order of the DRS model. */
export const PAIRING_STEPS = [
  'LINK_FAILBACK_CLIENT_WITH_RECOVERY_INSTANCE',
  'COMPLETE_VOLUME_MAPPING',
  'ESTABLISH_RECOVERY_INSTANCE_COMMUNICATION',
  'DOWNLOAD_REPLICATION_SOFTWARE_TO_FAILBACK_CLIENT',
  'CONFIGURE_REPLICATION_SOFTWARE',
  'PAIR_AGENT_WITH_REPLICATION_SOFTWARE',
  'ESTABLISH_AGENT_REPLICATOR_SOFTWARE_COMMUNICATION',
];
