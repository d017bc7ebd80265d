import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RecoveryInstance } from '@/lib/contract/recovery-instance';
import { evaluateReadiness } from './evaluate';
import { FAILBACK_STATES } from './failback-states';
import { REPLICATION_STATES } from './replication-states';

const now = new Date('2026-11-24T10:00:00Z');
const failbackStates = [...Object.keys(FAILBACK_STATES), 'FAILBACK_READY_FOR_LAUNCH'];
const replicationStates = [...Object.keys(REPLICATION_STATES), 'CONTINUOUS', 'BACKLOG'];

interface Change {
  origin?: string | undefined;
  state?: string | undefined;
  replication?: string | undefined;
  lag?: string;
  backlog?: number;
  seen?: string | undefined;
  ec2?: string | undefined;
  drill?: boolean;
  error?: string | undefined;
}

function server(change: Change = {}): RecoveryInstance {
  const all = {
    origin: 'ON_PREMISES',
    state: 'FAILBACK_READY_FOR_LAUNCH',
    replication: 'CONTINUOUS',
    seen: '2026-11-24T09:59:55.000000+00:00',
    ec2: 'RUNNING',
    lag: 'P0D',
    ...change,
  };
  return {
    recoveryInstanceID: 'i-0a41f7c2d9e8b3a16',
    originEnvironment: all.origin,
    ec2InstanceState: all.ec2,
    isDrill: change.drill,
    failback: { state: all.state, failbackClientLastSeenByServiceDateTime: all.seen },
    dataReplicationInfo: {
      dataReplicationState: all.replication,
      lagDuration: all.lag,
      replicatedDisks: [{ backloggedStorageBytes: change.backlog ?? 0 }],
      ...(all.error ? { dataReplicationError: { error: all.error } } : {}),
    },
  } as RecoveryInstance;
}

const verdictOf = (change?: Change) => evaluateReadiness(server(change), { now }).verdict;
const sentenceOf = (change?: Change) =>
  evaluateReadiness(server(change), { now }).reasons[0]?.sentence;

describe('readiness', () => {
  it('calls an on-premises server ready when it is Ready and replication is continuous', () => {
    expect(verdictOf()).toBe('ready');
    expect(sentenceOf({ lag: 'PT2S' })).toBe('Launching now loses at most 2 s of writes.');
  });

  it('blocks a server that came from AWS and names the other operation', () => {
    expect(verdictOf({ origin: 'AWS' })).toBe('blocked');
    expect(sentenceOf({ origin: 'AWS' })).toMatch(/another operation/);
  });

  it.each([
    ['FAILBACK_NOT_STARTED', 'blocked'],
    ['FAILBACK_NOT_READY_FOR_LAUNCH', 'blocked'],
    ['FAILBACK_IN_PROGRESS', 'blocked'],
    ['FAILBACK_LAUNCH_STATE_NOT_AVAILABLE', 'blocked'],
    ['FAILBACK_ERROR', 'blocked'],
    ['FAILBACK_COMPLETED', 'done'],
    ['FAILBACK_STATE_OF_TOMORROW', 'caution'],
    [undefined, 'caution'],
  ])('judges the failback state %s as %s', (state, verdict) => {
    expect(verdictOf({ state })).toBe(verdict);
  });

  it.each([
    ['BACKLOG', 'caution'],
    ['RESCAN', 'caution'],
    ['PAUSED', 'caution'],
    ['STALLED', 'blocked'],
    ['INITIAL_SYNC', 'blocked'],
    ['DISCONNECTED', 'blocked'],
    ['REPLICATION_STATE_OF_TOMORROW', 'caution'],
    [undefined, 'caution'],
  ])('judges a Ready server whose replication is %s as %s', (replication, verdict) => {
    expect(verdictOf({ replication })).toBe(verdict);
  });

  it('says how far a lagging server is behind', () => {
    const sentence = sentenceOf({ replication: 'BACKLOG', lag: 'PT26M', backlog: 2 ** 30 });
    expect(sentence).toBe('Behind by 26 min, 1 GiB; what is not copied at launch is lost.');
  });

  it('blocks a server whose failback client has gone silent, since it would never get the launch', () => {
    expect(verdictOf({ seen: '2026-11-24T09:55:00.000000+00:00' })).toBe('ready');
    expect(sentenceOf({ seen: '2026-11-24T09:46:00.000000+00:00' })).toMatch(/14 min ago/);
    expect(verdictOf({ seen: '2026-11-24T09:46:00.000000+00:00' })).toBe('blocked');
  });

  it('asks for a look at drills, stopped machines and reported errors', () => {
    expect(verdictOf({ drill: true })).toBe('caution');
    expect(verdictOf({ ec2: 'STOPPED' })).toBe('caution');
    expect(verdictOf({ ec2: 'TERMINATED' })).toBe('blocked');
    expect(verdictOf({ error: 'NOT_CONVERGING' })).toBe('caution');
  });

  it('shows a server in a job as running, whoever started it', () => {
    const runningJob = { jobID: 'drsjob-1', creationDateTime: '2026-11-24T09:58:00.000000+00:00' };
    const { verdict, reasons } = evaluateReadiness(server(), { now, runningJob });
    expect(verdict).toBe('running');
    expect(reasons[0]?.sentence).toMatch(/drsjob-1 since 09:58:00 UTC/);
  });

  it('is never ready when any rule objects', () => {
    const orUnknown = (values: string[]) =>
      fc.option(fc.oneof(fc.constantFrom(...values), fc.string()), { nil: undefined });
    const change = fc.record({
      origin: orUnknown(['ON_PREMISES', 'AWS']),
      state: orUnknown(failbackStates),
      replication: orUnknown(replicationStates),
      ec2: orUnknown(['RUNNING', 'STOPPED', 'TERMINATED']),
      error: fc.option(fc.constantFrom('AGENT_NOT_SEEN'), { nil: undefined }),
      drill: fc.boolean(),
    });
    fc.assert(
      fc.property(change, (given) => {
        const { verdict, reasons } = evaluateReadiness(server(given), { now });
        const objections = reasons.filter((reason) => reason.verdict !== 'ready');
        expect(verdict === 'ready').toBe(objections.length === 0);
        expect(reasons[0]?.verdict).toBe(verdict);
      }),
      { numRuns: 500 },
    );
  });
});
