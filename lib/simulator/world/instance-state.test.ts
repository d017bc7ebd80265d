import { beforeEach, describe, expect, it } from 'vitest';
import { addFailbackJob } from './add-failback-job';
import {
  EventNotApplicable,
  bootFailbackClient,
  findFailbackClient,
  loseFailbackClient,
  resumeReplication,
  stallDisk,
  stallReplication,
} from './events';
import type { Fact } from './facts';
import { stateOf } from './instance-state';
import { isListed } from './presence';
import type { Moment } from './moment';
import { openWorld } from './open-world';
import type { World } from './world';

const BEGAN = Date.parse('2026-11-24T04:00:00Z');
const MINUTE = 60_000;
const GIB = 2 ** 30;

let world: World;
beforeEach(() => {
  const accountID = '123456789012';
  const wanted = {
    accountID,
    region: 'eu-west-1',
    seed: 1,
    fleet: [{ count: 60 }],
    isInitialised: true,
  };
  world = openWorld({}, { ...wanted, now: BEGAN });
});

/** So many minutes after the world began. */
const after = (minutes: number, speedHistory: Moment['speedHistory'] = []): Moment => ({
  now: BEGAN + minutes * MINUTE,
  speedHistory,
  stalledIsError: true,
  timestamps: 'live',
});

function idOf(hostname: string) {
  const found = Object.values(world.recoveryInstances).find(
    ({ machine }) => machine.hostname === hostname,
  );
  return found?.recoveryInstanceID ?? '';
}

function firstIn(state: string, replication: string) {
  const found = Object.values(world.recoveryInstances).find((instance) => {
    const now = stateOf(world, instance, after(0));
    return now.failbackState === state && now.replicationState === replication;
  });
  return found?.recoveryInstanceID ?? '';
}

function addFact(id: string, fact: Fact) {
  world.recoveryInstances[id]?.facts.push(fact);
}

function look(id: string, moment: Moment) {
  const instance = world.recoveryInstances[id];
  if (!instance) throw new Error(`There is no ${id}.`);
  return stateOf(world, instance, moment);
}

const copied = (id: string, moment: Moment) =>
  (look(id, moment).replication?.disks ?? []).map(({ replicated }) => replicated);

describe('a failback client', () => {
  it('pairs step by step, scans the disks, makes a snapshot and is ready', () => {
    const id = firstIn('FAILBACK_NOT_STARTED', 'NOT_STARTED');
    bootFailbackClient(world, id, after(0));
    const states: string[] = [];
    const steps: number[] = [];
    for (let minute = 0; minute < 120; minute += 0.25) {
      const { failbackState, replicationState, replication } = look(id, after(minute));
      const state = `${failbackState} ${replicationState}`;
      if (states.at(-1) !== state) states.push(state);
      if (replication?.initiation) steps.push(replication.initiation.done);
    }
    expect(states).toEqual([
      'FAILBACK_IN_PROGRESS INITIATING',
      'FAILBACK_IN_PROGRESS RESCAN',
      'FAILBACK_IN_PROGRESS CREATING_SNAPSHOT',
      'FAILBACK_READY_FOR_LAUNCH CONTINUOUS',
    ]);
    expect(new Set(steps)).toEqual(new Set([0, 1, 2, 3, 4, 5, 6]));
    expect(steps).toEqual(steps.toSorted((one, other) => one - other));
  });

  it('copies everything to a machine that is not the original, and says when it will be done', () => {
    const id = firstIn('FAILBACK_NOT_STARTED', 'NOT_STARTED');
    addFact(id, { kind: 'client-booted', at: BEGAN, toOriginalServer: false });
    const eta = look(id, after(10)).replication?.eta ?? 0;
    expect(look(id, after(10)).replicationState).toBe('INITIAL_SYNC');
    const before = copied(id, after(10));
    const later = copied(id, after(12));
    expect(later.every((bytes, disk) => bytes > (before[disk] ?? 0))).toBe(true);
    const minutes = (eta - BEGAN) / MINUTE;
    expect(look(id, after(minutes - 0.1)).failbackState).toBe('FAILBACK_IN_PROGRESS');
    expect(look(id, after(minutes + 0.1)).failbackState).toBe('FAILBACK_READY_FOR_LAUNCH');
  });

  it('fails the pairing step it was at', () => {
    const id = firstIn('FAILBACK_NOT_STARTED', 'NOT_STARTED');
    bootFailbackClient(world, id, after(0));
    addFact(id, { kind: 'pairing-failed', at: after(2).now });
    const { failbackState, replicationState, replication } = look(id, after(30));
    expect([failbackState, replicationState]).toEqual(['FAILBACK_ERROR', 'STALLED']);
    expect(replication?.initiation?.failed).toBe(true);
    expect(replication?.error).toMatch(/^FAILED_TO_/);
    bootFailbackClient(world, id, after(31));
    expect(look(id, after(32)).replicationState).toBe('INITIATING');
  });

  it('that is lost stops the bytes, or not, and all goes on when it is back', () => {
    const id = idOf('erp-db-01');
    loseFailbackClient(world, id, after(1));
    const lost = look(id, after(11));
    expect([lost.failbackState, lost.replicationState]).toEqual(['FAILBACK_ERROR', 'STALLED']);
    expect(lost.replication?.lagSeconds).toBeCloseTo(600);
    expect(look(id, { ...after(11), stalledIsError: false }).failbackState).toBe(
      'FAILBACK_READY_FOR_LAUNCH',
    );
    findFailbackClient(world, id, after(11));
    expect(look(id, after(11.01)).replicationState).toBe('BACKLOG');
    expect(look(id, after(60)).replicationState).toBe('CONTINUOUS');

    const other = idOf('erp-app-01');
    addFact(other, { kind: 'client-lost', at: after(1).now });
    expect(look(other, after(11)).replicationState).toBe('CONTINUOUS');
  });

  it('cannot be lost where none was booted, and not be booted for a server that came from AWS', () => {
    const none = firstIn('FAILBACK_NOT_STARTED', 'NOT_STARTED');
    const aws = firstIn('FAILBACK_NOT_READY_FOR_LAUNCH', 'NOT_STARTED');
    expect(() => loseFailbackClient(world, none, after(0))).toThrow(EventNotApplicable);
    expect(() => bootFailbackClient(world, aws, after(0))).toThrow(EventNotApplicable);
    expect(() => bootFailbackClient(world, 'i-00000000', after(0))).toThrow(EventNotApplicable);
  });
});

describe('replication', () => {
  it('of one disk can stall while the others go on', () => {
    const id = firstIn('FAILBACK_IN_PROGRESS', 'INITIAL_SYNC');
    const disks = world.recoveryInstances[id]?.machine.disks ?? [];
    stallDisk(world, id, after(1));
    const before = copied(id, after(1));
    const later = copied(id, after(3));
    const largest = disks.toSorted((one, other) => other.bytes - one.bytes)[0]?.deviceName;
    const stalled = later.map((bytes, disk) => bytes === before[disk]);
    expect(stalled).toEqual(disks.map(({ deviceName }) => deviceName === largest));
    expect(look(id, after(3)).replicationState).toBe('STALLED');
    resumeReplication(world, id, after(3));
    expect(copied(id, after(5)).every((bytes, disk) => bytes > (before[disk] ?? 0))).toBe(true);
  });

  it('sends a backlog, and lags less and less', () => {
    const id = idOf('erp-db-01');
    addFact(id, { kind: 'backlog', at: after(1).now, bytes: 12 * GIB, lagSeconds: 600 });
    const lags = [1, 3, 5, 7, 9].map((minute) => look(id, after(minute)).replication?.lagSeconds);
    expect(lags).toEqual(lags.toSorted((one, other) => (other ?? 0) - (one ?? 0)));
    expect(look(id, after(5)).replicationState).toBe('BACKLOG');
    expect(look(id, after(15)).replicationState).toBe('CONTINUOUS');
  });

  it('goes as fast as the speed, and a change of speed leaves the past as it was', () => {
    const id = firstIn('FAILBACK_IN_PROGRESS', 'INITIAL_SYNC');
    const faster: Moment['speedHistory'] = [{ since: BEGAN + MINUTE, speed: 10 }];
    expect(copied(id, after(1, faster))).toEqual(copied(id, after(1)));
    expect(copied(id, after(2, faster))).toEqual(copied(id, after(11)));
  });

  it('compares both ends again when it is rescanned', () => {
    const id = idOf('erp-db-01');
    addFact(id, { kind: 'rescan', at: BEGAN });
    const [early, late] = [look(id, after(1)), look(id, after(200))];
    expect([early.failbackState, early.replicationState]).toEqual([
      'FAILBACK_READY_FOR_LAUNCH',
      'RESCAN',
    ]);
    expect(late.replicationState).toBe('CONTINUOUS');
  });

  it('has no more to send than the disks hold, however long it is stalled', () => {
    const id = idOf('dns-01');
    const total = world.recoveryInstances[id]?.machine.disks[0]?.bytes;
    const backlog = (minutes: number) => look(id, after(minutes)).replication?.disks[0]?.backlogged;
    stallReplication(world, id, after(0));
    expect(backlog(30 * 24 * 60)).toBe(total);
    resumeReplication(world, id, after(30 * 24 * 60));
    expect(backlog(30 * 24 * 60)).toBe(total);
  });

  it('moves no byte while it is stalled', () => {
    const id = firstIn('FAILBACK_IN_PROGRESS', 'INITIAL_SYNC');
    stallReplication(world, id, after(1));
    expect(copied(id, after(50))).toEqual(copied(id, after(1)));
  });
});

describe('a launch', () => {
  it('ends in COMPLETED, or in ERROR when the client is lost before the reboot', () => {
    const ids = [idOf('erp-db-01'), idOf('erp-app-01')];
    const instances = ids.flatMap((id) => world.recoveryInstances[id] ?? []);
    addFailbackJob(world, instances, after(0));
    loseFailbackClient(world, ids[1] ?? '', after(1));
    // While the job runs both stay ready, also the one whose replication has stalled.
    expect(ids.map((id) => look(id, after(2)).failbackState)).toEqual([
      'FAILBACK_READY_FOR_LAUNCH',
      'FAILBACK_READY_FOR_LAUNCH',
    ]);
    expect(ids.map((id) => look(id, after(20)).failbackState)).toEqual([
      'FAILBACK_COMPLETED',
      'FAILBACK_ERROR',
    ]);
    expect(() => bootFailbackClient(world, ids[0] ?? '', after(21))).toThrow(/completed/);
    bootFailbackClient(world, ids[1] ?? '', after(21));
    expect(look(ids[1] ?? '', after(22)).failbackState).toBe('FAILBACK_IN_PROGRESS');
  });
});

describe('a world', () => {
  it('is plain data: written and read again, it gives the same answers', () => {
    const read = JSON.parse(JSON.stringify(world)) as World;
    for (const instance of Object.values(world.recoveryInstances)) {
      const again = read.recoveryInstances[instance.recoveryInstanceID];
      if (!again) throw new Error('It was lost.');
      expect(stateOf(read, again, after(7))).toEqual(stateOf(world, instance, after(7)));
    }
  });

  it('lists every server it was opened with', () => {
    const all = Object.values(world.recoveryInstances);
    expect(all.filter((instance) => isListed(world, instance, after(0)))).toHaveLength(60);
  });
});
