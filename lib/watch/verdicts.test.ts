import { beforeEach, expect, it } from 'vitest';
import type { Job, JobLogItem } from '@/lib/contract/job';
import { describeProblem } from '@/lib/contract/problem-error';
import { Logs } from './logs';
import type { Dated } from './snapshot';
import { Verdicts } from './verdicts';

const at = (minute: number) => new Date(Date.UTC(2026, 10, 24, 10, minute));
const job: Job = {
  jobID: 'drsjob-1',
  type: 'LAUNCH',
  status: 'COMPLETED',
  creationDateTime: at(0).toISOString(),
  endDateTime: at(9).toISOString(),
  participatingServers: [{ sourceServerID: 's-1', launchStatus: 'LAUNCHED' }],
};
const line = (minute: number, event: string): JobLogItem => ({
  logDateTime: at(minute).toISOString(),
  event,
  eventData: { sourceServerID: 's-1' },
});

let now: Date;
let kept: Map<string, Dated<JobLogItem[]>>;
let recalls: string[][];
let verdicts: Verdicts;
let logs: Logs;
/** Of the problem that reading a log meets. */
let code: string;

beforeEach(() => {
  now = at(20);
  kept = new Map();
  recalls = [];
  code = 'away';
  const clock = { now: () => now };
  logs = new Logs({
    clock,
    read: () => Promise.reject(new Error('DRS is away')),
    toProblem: () => describeProblem({ status: 502, code, title: 'Away', detail: 'DRS is away.' }),
    restore: async (jobID) => kept.get(jobID),
    ask: () => undefined,
    onChange: () => undefined,
  });
  const recall = async (jobIDs: string[]) => {
    recalls.push(jobIDs);
    return kept;
  };
  verdicts = new Verdicts({ logs, clock, recall });
});

const verdict = async () => (await verdicts.on([job]))(job);

it('trusts no log that was read before the job ended', async () => {
  kept.set(job.jobID, { asOf: at(8), value: [line(5, 'LAUNCH_START')] });
  expect(await verdict()).toMatchObject({ outcome: 'unknown', isLogRead: false });
  expect(await verdicts.withLog(job)).toMatchObject({
    outcome: { outcome: 'unknown', isLogRead: false },
    problem: { code: 'away' },
  });
});

it('trusts a log that was read after the end of the job, or has its last line', async () => {
  kept.set(job.jobID, { asOf: at(10), value: [line(5, 'LAUNCH_START'), line(8, 'LAUNCH_END')] });
  expect(await verdict()).toMatchObject({ outcome: 'succeeded', isLogRead: true });
  const late = { ...job, jobID: 'drsjob-2' };
  kept.set(late.jobID, { asOf: at(8), value: [line(9, 'JOB_END')] });
  expect((await verdicts.on([late]))(late)).toMatchObject({ outcome: 'succeeded' });
});

it('says what the log says, however green the statuses are', async () => {
  kept.set(job.jobID, { asOf: at(10), value: [line(8, 'LAUNCH_FAILED')] });
  expect(await verdict()).toMatchObject({ outcome: 'unknown', isLogRead: true });
});

it('keeps the verdict when other logs have pushed this one out', async () => {
  kept.set(job.jobID, { asOf: at(10), value: [line(8, 'LAUNCH_END')] });
  await verdict();
  kept.clear();
  for (let index = 0; index < 60; index += 1) logs.of({ ...job, jobID: `drsjob-x${index}` });
  expect(await verdict()).toMatchObject({ outcome: 'succeeded' });
  expect(recalls).toHaveLength(1);
});

it('looks again for a log that another process may have read since', async () => {
  expect(await verdict()).toMatchObject({ isLogRead: false });
  kept.set(job.jobID, { asOf: at(20), value: [line(8, 'LAUNCH_END')] });
  expect(await verdict()).toMatchObject({ isLogRead: false });
  now = at(21);
  expect(await verdict()).toMatchObject({ outcome: 'succeeded' });
});

it('goes on until the log of a job that has ended is read, or may not be', async () => {
  kept.set(job.jobID, { asOf: at(8), value: [line(5, 'LAUNCH_START')] });
  logs.complete([job]);
  await logs.catchUp([]);
  expect(logs.incomplete).toBe(1);
  code = 'drs-access-denied';
  now = at(21);
  await logs.catchUp([]);
  expect(logs.incomplete).toBe(0);
});
