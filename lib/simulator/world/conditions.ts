import type { Random } from '../random';
import type { Fact } from './facts';
import type { Plan } from './plan';

/** The facts of a server from which its condition is made; instants are milliseconds since the epoch. */
interface Beginning {
  /** When the instance was launched in AWS, a few days ago. */
  launched: number;
  now: number;
  /** How the replication to the machine at home goes, to the original one or to another. */
  plans: { original: Plan; other: Plan };
  toOriginalServer: boolean;
  /** The job of its failback, where one is on record. */
  failbackJobID: string;
  /** The Region of AWS it came from, and its reversed source server there. */
  reversed: { region: string; sourceServerID: string };
  random: Random;
}

/** A condition of a server, as the facts that led to it. */
export interface Condition {
  origin: 'ON_PREMISES' | 'AWS';
  isDrill?: true;
  /** On record in a job of the day before, with this end. */
  failback?: 'launched' | 'fails-conversion';
  facts: (beginning: Beginning) => Fact[];
}

const SECOND = 1_000;
const HOUR = 3_600 * SECOND;
const GIB = 2 ** 30;

/** It has replicated for so long that it is up to date. */
const synchronized = ({ launched, toOriginalServer }: Beginning): Fact[] => [
  { kind: 'client-booted', at: launched + HOUR, toOriginalServer },
];

const behind = (seconds: [number, number], gib: [number, number]) => (beginning: Beginning) => [
  ...synchronized(beginning),
  {
    kind: 'backlog' as const,
    at: beginning.now,
    bytes: Math.round(beginning.random.between(...gib) * GIB),
    lagSeconds: Math.round(beginning.random.between(...seconds)),
  },
];

/** A stage began so long ago that this share of it is done. */
const since = (at: number, toOriginalServer: boolean): Fact[] => [
  { kind: 'client-booted', at, toOriginalServer },
];

/**
 * Every condition by name, so that each failback and replication state occurs in a fleet of sixty.
 * They follow the user guide's walk-through of a failback:
 * https://docs.aws.amazon.com/drs/latest/userguide/failback-performing-main.html
 */
export const CONDITIONS = {
  healthy: { origin: 'ON_PREMISES', facts: synchronized },
  'far-behind': { origin: 'ON_PREMISES', facts: behind([300, 1_800], [2, 20]) },
  behind: { origin: 'ON_PREMISES', facts: behind([20, 200], [0.1, 2]) },
  rescanning: {
    origin: 'ON_PREMISES',
    facts: (beginning) => {
      const done = beginning.plans.original.sync * beginning.random.between(0.4, 0.9);
      return [...synchronized(beginning), { kind: 'rescan', at: beginning.now - done }];
    },
  },
  paused: {
    origin: 'ON_PREMISES',
    facts: (beginning) => {
      const at = beginning.now - beginning.random.between(600, 4_000) * SECOND;
      return [...synchronized(beginning), { kind: 'halted', at, as: 'PAUSED' }];
    },
  },
  'client-and-replication-lost': {
    origin: 'ON_PREMISES',
    facts: (beginning) => {
      const at = beginning.now - 860 * SECOND;
      const error = 'FAILBACK_CLIENT_NOT_SEEN';
      return [
        ...synchronized(beginning),
        { kind: 'client-lost', at },
        { kind: 'halted', at, as: 'STALLED', error },
      ];
    },
  },
  'client-lost': {
    origin: 'ON_PREMISES',
    facts: (beginning) => [
      ...synchronized(beginning),
      { kind: 'client-lost', at: beginning.now - 1_500 * SECOND },
    ],
  },
  drill: { origin: 'ON_PREMISES', isDrill: true, facts: synchronized },
  pairing: {
    origin: 'ON_PREMISES',
    facts: ({ now, plans }) => since(now - plans.original.initiation * (2.5 / 7), true),
  },
  'initial-sync': {
    origin: 'ON_PREMISES',
    facts: ({ now, plans: { other }, random }) =>
      since(now - other.initiation - other.sync * random.between(0.1, 0.7), false),
  },
  'first-rescan': {
    origin: 'ON_PREMISES',
    facts: ({ now, plans: { original }, random }) =>
      since(now - original.initiation - original.sync * random.between(0.3, 0.8), true),
  },
  'creating-snapshot': {
    origin: 'ON_PREMISES',
    facts: ({ now, plans: { original } }) =>
      since(now - original.initiation - original.sync - original.snapshot * 0.2, true),
  },
  'not-started': { origin: 'ON_PREMISES', facts: () => [] },
  'not-started-drill': { origin: 'ON_PREMISES', isDrill: true, facts: () => [] },
  'not-converging': {
    origin: 'ON_PREMISES',
    failback: 'fails-conversion',
    facts: (beginning) => {
      const at = beginning.now - 2 * HOUR;
      return [
        ...synchronized(beginning),
        {
          kind: 'failback-launched',
          at: beginning.now - 12 * HOUR,
          jobID: beginning.failbackJobID,
        },
        { kind: 'client-booted', at: beginning.now - 6 * HOUR, toOriginalServer: true },
        { kind: 'client-lost', at },
        { kind: 'halted', at, as: 'STALLED', error: 'NOT_CONVERGING' },
      ];
    },
  },
  'pairing-failed': {
    origin: 'ON_PREMISES',
    facts: ({ now, plans }) => [
      ...since(now - 2 * HOUR, true),
      { kind: 'pairing-failed', at: now - 2 * HOUR + plans.original.initiation * 0.5 },
      { kind: 'disconnected', at: now - HOUR },
    ],
  },
  completed: {
    origin: 'ON_PREMISES',
    failback: 'launched',
    facts: (beginning) => [
      ...synchronized(beginning),
      { kind: 'failback-launched', at: beginning.now - 12 * HOUR, jobID: beginning.failbackJobID },
    ],
  },
  'aws-not-started': { origin: 'AWS', facts: () => [] },
  'aws-origin-unreadable': {
    origin: 'AWS',
    facts: ({ now }) => [{ kind: 'origin-unreadable', at: now - HOUR }],
  },
  'aws-ready': {
    origin: 'AWS',
    facts: ({ launched, reversed }) => [
      { kind: 'reversed', at: launched + HOUR, ...reversed, rescan: false },
    ],
  },
} satisfies Record<string, Condition>;

export type ConditionName = keyof typeof CONDITIONS;

/** In a fleet of no particular shape every third server is in one of these, in turn; the others are healthy. */
export const OTHER_CONDITIONS: readonly ConditionName[] = [
  'far-behind',
  'behind',
  'rescanning',
  'paused',
  'client-and-replication-lost',
  'client-lost',
  'drill',
  'pairing',
  'initial-sync',
  'first-rescan',
  'creating-snapshot',
  'not-started',
  'not-started-drill',
  'not-converging',
  'pairing-failed',
  'completed',
  'completed',
  'aws-ready',
  'aws-not-started',
  'aws-origin-unreadable',
  'aws-not-started',
];
