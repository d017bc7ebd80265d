import { beforeEach, expect, it } from 'vitest';
import type { Job } from '@/lib/contract/job';
import { describeProblem } from '@/lib/contract/problem-error';
import { expectationOf } from './expectation';
import { Logs } from './logs';
import { PastLogs } from './past-logs';

const past = (jobID: string, initiatedBy = 'FAILBACK'): Job => ({
  jobID,
  type: 'LAUNCH',
  initiatedBy,
  status: 'COMPLETED',
  creationDateTime: '2026-11-24T10:00:00Z',
  endDateTime: '2026-11-24T10:08:00Z',
});
const { endDateTime: _, ...begun } = past('drsjob-now');
const running: Job = { ...begun, status: 'STARTED' };
const jobs = [running, past('drsjob-1'), past('drsjob-2'), past('drsjob-3', 'START_DRILL')];

let asked: string[];
let unreadable: string | undefined;
let status: number;
let now: Date;
let logs: Logs;
let pastLogs: PastLogs;

beforeEach(() => {
  asked = [];
  unreadable = undefined;
  status = 502;
  now = new Date('2026-11-24T12:00:00Z');
  logs = new Logs({
    clockOffset: () => 0,
    read: async ({ jobID }) => {
      asked.push(jobID);
      if (jobID === unreadable) throw new Error('DRS is away');
      return [];
    },
    toProblem: () =>
      describeProblem({ status, code: 'away', title: 'Away', detail: 'DRS is away.' }),
    clock: { now: () => now },
    restore: async () => undefined,
    ask: () => undefined,
    onChange: () => undefined,
  });
  pastLogs = new PastLogs(logs);
});

it('learns from the finished jobs of the same kind, whose logs are read once', async () => {
  logs.follow(running.jobID);
  await pastLogs.read(jobs);
  await pastLogs.read(jobs);
  expect(asked).toEqual(['drsjob-1', 'drsjob-2']);
  expect(expectationOf(logs, jobs, running)?.job).toMatchObject({ count: 2, medianSeconds: 480 });
});

it('learns from those that can be read, and does not insist on the others', async () => {
  unreadable = 'drsjob-1';
  logs.follow(running.jobID);
  await pastLogs.read(jobs);
  await pastLogs.read(jobs);
  expect(asked).toEqual(['drsjob-1', 'drsjob-2']);
  expect(expectationOf(logs, jobs, running)?.job).toMatchObject({ count: 1 });
});

it('waits while DRS throttles, and goes on', async () => {
  unreadable = 'drsjob-1';
  status = 429;
  logs.follow(running.jobID);
  await pastLogs.read(jobs);
  await pastLogs.read(jobs);
  expect(asked).toEqual(['drsjob-1']);
  unreadable = undefined;
  now = new Date(+now + 60_000);
  await pastLogs.read(jobs);
  expect(asked).toEqual(['drsjob-1', 'drsjob-1', 'drsjob-2']);
});

it('reads nothing for jobs that nobody watches, and one log at a time', async () => {
  await pastLogs.read(jobs);
  expect(asked).toEqual([]);
  logs.follow(running.jobID);
  await Promise.all([pastLogs.read(jobs), pastLogs.read(jobs)]);
  expect(asked).toEqual(['drsjob-1', 'drsjob-2']);
});

it('expects nothing of a job that has ended', () => {
  expect(expectationOf(logs, jobs, past('drsjob-2'))).toBeNull();
});
