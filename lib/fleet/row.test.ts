import { describe, expect, it } from 'vitest';
import type { Readiness } from '@/lib/contract/readiness';
import type { RecoveryInstance } from '@/lib/contract/recovery-instance';
import { toFleetRow } from './row';

const instance = (at: number): RecoveryInstance => ({
  recoveryInstanceID: 'i-0a41f7c2d9e8b3a16',
  originEnvironment: 'ON_PREMISES',
  failback: {
    state: 'FAILBACK_READY_FOR_LAUNCH',
    failbackClientLastSeenByServiceDateTime: new Date(at - 3_000).toISOString(),
    agentLastSeenByServiceDateTime: new Date(at - 9_000).toISOString(),
  },
  dataReplicationInfo: {
    dataReplicationState: 'BACKLOG',
    lagDuration: 'PT26M',
    etaDateTime: new Date(at + 120_000).toISOString(),
    replicatedDisks: [
      { deviceName: '/dev/sda', backloggedStorageBytes: 1_000 },
      { deviceName: '/dev/sdb', backloggedStorageBytes: 24 },
    ],
  },
});
const readiness: Readiness = {
  verdict: 'caution',
  reasons: [{ rule: 'lag', verdict: 'caution', sentence: 'Behind.', remedy: 'Wait.' }],
};
const noon = Date.parse('2026-11-24T12:00:00Z');
const rowOf = (one: RecoveryInstance, at = noon) =>
  toFleetRow('production', one, { readiness, asOf: new Date(at) });
const rowAt = (at: number) => rowOf(instance(at), at);

describe('a row of the fleet', () => {
  it('adds up the backlog of the disks and counts from the failback client', () => {
    expect(rowAt(noon)).toMatchObject({
      lagSeconds: 26 * 60,
      backlogBytes: 1_024,
      etaSeconds: 120,
      unseenSeconds: 3,
      rule: 'lag',
      sentence: 'Behind.',
      remedy: 'Wait.',
    });
  });

  it('counts from the client alone on premises, for only the client gets the launch', () => {
    const { failbackClientLastSeenByServiceDateTime: _, ...agentOnly } =
      instance(noon).failback ?? {};
    const unseen = (originEnvironment: string | undefined) => {
      const seenByAgent = { ...instance(noon), originEnvironment, failback: agentOnly };
      return rowOf(seenByAgent).unseenSeconds;
    };
    expect(unseen('ON_PREMISES')).toBeNull();
    expect(unseen(undefined)).toBeNull();
    expect(unseen('AWS')).toBe(9);
  });

  it('stays the same while the server stands still', () => {
    expect(rowAt(noon + 5_000)).toEqual(rowAt(noon));
  });

  it('is empty where DRS says nothing, and never zero', () => {
    expect(rowOf({ recoveryInstanceID: 'i-0a41f7c2d9e8b3a16' })).toMatchObject({
      hostname: '',
      ips: [],
      failbackState: '',
      lagSeconds: null,
      backlogBytes: null,
      etaSeconds: null,
      unseenSeconds: null,
      tags: {},
    });
  });
});
