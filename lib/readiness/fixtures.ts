import { DEFAULT_THRESHOLDS, type Thresholds } from '@/lib/contract/readiness';
import type { RecoveryInstance } from '@/lib/contract/recovery-instance';
import { evaluateChecklist, evaluateReadiness } from './evaluate';
import type { Surroundings } from './facts';

/** The moment at which the servers of the tests are read and judged. */
export const NOW = new Date('2026-11-24T10:00:00Z');

/** What a test says of a server that is ready otherwise; undefined stands for what DRS leaves out. */
export interface Change {
  arn?: string | undefined;
  origin?: string | undefined;
  zone?: string | undefined;
  state?: string | undefined;
  replication?: string | undefined;
  lag?: string | undefined;
  backlog?: number | undefined;
  /** How long ago the failback client and the agent were seen, in seconds. */
  clientSilence?: number | undefined;
  agentSilence?: number | undefined;
  ec2?: string | undefined;
  drill?: boolean | undefined;
  /** The last failback job that DRS names. */
  failbackJobID?: string;
  error?: string | undefined;
  rawError?: string | undefined;
  steps?: [name: string | undefined, status: string | undefined][];
  /** How long ago the attempt to start replication began, in seconds. */
  initiationAge?: number;
}

const READY: Change = {
  arn: 'arn:aws:drs:eu-west-1:111122223333:recovery-instance/i-0a41f7c2d9e8b3a16',
  origin: 'ON_PREMISES',
  state: 'FAILBACK_READY_FOR_LAUNCH',
  replication: 'CONTINUOUS',
  lag: 'P0D',
  clientSilence: 3,
  agentSilence: 4,
  ec2: 'RUNNING',
  drill: false,
  backlog: 0,
};

/** A recovery instance as DRS would describe it. */
export function server(change: Change = {}): RecoveryInstance {
  const all = { ...READY, ...change };
  // Members that are undefined stand for members that are absent, which the type tells apart.
  return {
    recoveryInstanceID: 'i-0a41f7c2d9e8b3a16',
    arn: all.arn,
    originEnvironment: all.origin,
    originAvailabilityZone: all.zone,
    ec2InstanceState: all.ec2,
    isDrill: all.drill,
    failback: {
      state: all.state,
      failbackClientLastSeenByServiceDateTime: secondsAgo(all.clientSilence),
      agentLastSeenByServiceDateTime: secondsAgo(all.agentSilence),
      failbackJobID: all.failbackJobID,
    },
    dataReplicationInfo: {
      dataReplicationState: all.replication,
      lagDuration: all.lag,
      replicatedDisks: [{ backloggedStorageBytes: all.backlog }],
      dataReplicationInitiation: all.steps && {
        startDateTime: secondsAgo(all.initiationAge ?? 60),
        steps: all.steps.map(([name, status]) => ({ name, status })),
      },
      dataReplicationError:
        all.error || all.rawError ? { error: all.error, rawError: all.rawError } : undefined,
    },
  } as RecoveryInstance;
}

export function surroundings(change: Partial<Surroundings> = {}): Surroundings {
  return {
    region: 'eu-west-1',
    now: NOW,
    asOf: NOW,
    jobsAsOf: NOW,
    clock: { offset: 0, isSimulated: false },
    runningJob: undefined,
    thresholds: DEFAULT_THRESHOLDS,
    ...change,
  };
}

export const readinessOf = (change?: Change, around?: Partial<Surroundings>) =>
  evaluateReadiness(server(change), surroundings(around));

export const checklistOf = (change?: Change, around?: Partial<Surroundings>) =>
  evaluateChecklist(server(change), surroundings(around));

/** What the rule finds, as a row of the checklist. */
export function checkOf(rule: string, change?: Change, around?: Partial<Surroundings>) {
  return checklistOf(change, around).checks.find((check) => check.rule === rule);
}

export const withThresholds = (change: Partial<Thresholds>) => ({
  thresholds: { ...DEFAULT_THRESHOLDS, ...change },
});

function secondsAgo(seconds: number | undefined): string | undefined {
  if (seconds === undefined) return undefined;
  return new Date(NOW.getTime() - seconds * 1000).toISOString().replace('Z', '000+00:00');
}
