import { expect, it } from 'vitest';
import type { Job } from '@/lib/contract/job';
import type { WaitingBatch } from '@/lib/store/queue';
import { type QueueState, whoseTurn } from './turn';
import { describeWaiting } from './waiting';

const now = new Date('2026-11-24T10:00:00Z');
const batch = (number: number, change: Partial<WaitingBatch> = {}): WaitingBatch => ({
  launchID: 'launch-0000000000000001',
  number,
  servers: 25,
  notBefore: null,
  paused: false,
  problemCode: null,
  ...change,
});
const job = (servers: number, change: Partial<Job> = {}): Job => ({
  jobID: 'drsjob-00000000000000001',
  status: 'STARTED',
  participatingServers: Array.from({ length: servers }, () => ({})),
  ...change,
});
const answered = { servers: 25, jobID: 'drsjob-00000000000000009' };
const queueState = (change: Partial<QueueState> = {}): QueueState => ({
  waiting: [batch(1), batch(2)],
  inFlight: [],
  jobs: [],
  quotas: { serversPerJob: 100, jobsAtOnce: 2, serversInAllJobs: 60 },
  now,
  ...change,
});
const turn = (change: Partial<QueueState>) =>
  whoseTurn(queueState(change)).map(({ number }) => number);

it('those at the head go as far as the quotas reach', () => {
  expect(turn({})).toEqual([1, 2]);
  expect(turn({ jobs: [job(10)] })).toEqual([1]);
  expect(turn({ jobs: [job(40)] })).toEqual([]);
  expect(turn({ jobs: [job(40, { status: 'COMPLETED' })] })).toEqual([1, 2]);
});

it('what was sent counts before DRS lists it, and once when it does', () => {
  expect(turn({ inFlight: [answered] })).toEqual([1]);
  expect(turn({ inFlight: [{ servers: 25, jobID: null }] })).toEqual([1]);
  const listed = job(25, { jobID: 'drsjob-00000000000000009' });
  expect(turn({ inFlight: [answered], jobs: [listed] })).toEqual([1]);
});

it('a paused batch lets others pass, one that is held back does not', () => {
  expect(turn({ waiting: [batch(1, { paused: true }), batch(2)] })).toEqual([2]);
  const later = '2026-11-24T10:00:10Z';
  expect(turn({ waiting: [batch(1, { notBefore: later }), batch(2)] })).toEqual([]);
  expect(turn({ waiting: [batch(1, { notBefore: '2026-11-24T09:59:59Z' }), batch(2)] })).toEqual([
    1, 2,
  ]);
});

it('a clock that was set back by an hour holds nothing back for an hour', () => {
  expect(turn({ waiting: [batch(1, { notBefore: '2026-11-24T11:00:05Z' })] })).toEqual([1]);
});

it.each<[string, Partial<QueueState>, number, object]>([
  ['its turn', {}, 1, { position: 2, reason: 'turn', sentence: '1 batch goes before it.' }],
  ['nothing', {}, 0, { position: 1, reason: 'turn', sentence: 'It is about to be sent.' }],
  [
    'a job',
    { jobs: [job(1), job(1)] },
    0,
    { reason: 'jobs', sentence: expect.stringMatching(/2 are running/) },
  ],
  [
    'servers',
    { jobs: [job(40)] },
    0,
    { reason: 'servers', sentence: expect.stringMatching(/40 are taken.*needs 25/) },
  ],
  ['a person', { waiting: [batch(1, { paused: true })] }, 0, { reason: 'paused' }],
  [
    'DRS',
    {
      waiting: [batch(1, { notBefore: '2026-11-24T10:00:10Z', problemCode: 'drs-throttling' })],
    },
    0,
    { reason: 'throttled', notBefore: '2026-11-24T10:00:10Z' },
  ],
  [
    'a quota',
    {
      waiting: [batch(1, { notBefore: '2026-11-24T10:00:10Z', problemCode: 'drs-quota-exceeded' })],
    },
    0,
    { reason: 'quota', notBefore: '2026-11-24T10:00:10Z' },
  ],
])('says that a batch waits for %s', (_, change, index, said) => {
  const at = queueState(change);
  expect(describeWaiting(at.waiting[index] ?? batch(9), at)).toMatchObject(said);
});
