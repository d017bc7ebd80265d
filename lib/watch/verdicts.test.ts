import { beforeEach, describe, expect, it } from 'vitest';
import type { Job, JobLogItem } from '@/lib/contract/job';
import { describeProblem } from '@/lib/contract/problem-error';
import { Logs } from './logs';
import type { Timestamped } from './snapshot';
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

const ARRIVED = [line(5, 'LAUNCH_START'), line(8, 'LAUNCH_END')];

let now: Date;
let kept: Map<string, Timestamped<JobLogItem[]>>;
let recalls: string[][];
let verdicts: Verdicts;
let logs: Logs;
/** What DRS answers when a log is read; undefined while it is away. */
let upstream: JobLogItem[] | undefined;
let reads: number;
/** Of the problem that reading a log meets. */
let code: string;
/** How far the clock of DRS is ahead of ours, in milliseconds. */
let clockOffset: number | undefined;

beforeEach(() => {
  now = at(20);
  kept = new Map();
  recalls = [];
  upstream = undefined;
  reads = 0;
  code = 'away';
  clockOffset = 0;
  const clock = { now: () => now };
  logs = new Logs({
    clock,
    clockOffset: () => clockOffset,
    read: async () => {
      reads += 1;
      if (!upstream) throw new Error('DRS is away');
      return upstream;
    },
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

it('trusts a log that has its last line', async () => {
  kept.set(job.jobID, { asOf: at(8), value: [...ARRIVED, line(9, 'JOB_END')] });
  expect(await verdict()).toMatchObject({ outcome: 'succeeded', isLogRead: true });
});

it('trusts a log without a last line once it was read more than a minute after the end: DRS writes on until then', async () => {
  const readAt = async (asOf: Date) => {
    const other = { ...job };
    kept.set(job.jobID, { asOf, value: ARRIVED });
    return (await verdicts.on([other]))(other);
  };
  expect(await readAt(new Date(+at(9) + 1_000))).toMatchObject({
    outcome: 'unknown',
    isLogRead: false,
  });
  expect(await readAt(at(11))).toMatchObject({ outcome: 'succeeded', isLogRead: true });
});

it.each([-60 * 60_000, undefined])(
  'asks the clock of DRS, and not ours, how long after the end a log was read (%s ms apart)',
  async (offset) => {
    clockOffset = offset;
    kept.set(job.jobID, { asOf: at(11), value: ARRIVED });
    expect(await verdict()).toMatchObject({ outcome: 'unknown', isLogRead: false });
  },
);

it('asks no more for a log that has its last line, before DRS has told the time', async () => {
  clockOffset = undefined;
  upstream = [...ARRIVED, line(9, 'JOB_END')];
  const readAgain = async () => {
    now = new Date(+now + 60_000);
    return (await logs.of(job).latest()).interval;
  };
  expect(await readAgain()).toBeNull();
  expect(await readAgain()).toBeNull();
  expect(reads).toBe(1);
});

it('goes on reading a log that lacks its end, unless it may not be read', async () => {
  now = new Date(+at(9) + 1_000);
  upstream = ARRIVED;
  expect((await logs.of(job).latest()).interval).toBeGreaterThan(0);
  upstream = undefined;
  code = 'drs-access-denied';
  now = new Date(+now + 10_000);
  expect((await logs.of(job).latest()).interval).toBeNull();
});

it('trusts no empty log, however late it was read', async () => {
  kept.set(job.jobID, { asOf: at(20), value: [] });
  expect(await verdict()).toMatchObject({ outcome: 'unknown', isLogRead: false });
});

it('says what the log says, however green the statuses are', async () => {
  kept.set(job.jobID, { asOf: at(11), value: [line(8, 'LAUNCH_FAILED')] });
  expect(await verdict()).toMatchObject({ outcome: 'unknown', isLogRead: true });
});

it('keeps the verdict when other logs have pushed this one out', async () => {
  kept.set(job.jobID, { asOf: at(11), value: ARRIVED });
  await verdict();
  kept.clear();
  for (let index = 0; index < 60; index += 1) logs.of({ ...job, jobID: `drsjob-x${index}` });
  expect(await verdict()).toMatchObject({ outcome: 'succeeded' });
  expect(recalls).toHaveLength(1);
});

it('looks again for a log that another process may have read since', async () => {
  expect(await verdict()).toMatchObject({ isLogRead: false });
  kept.set(job.jobID, { asOf: at(20), value: ARRIVED });
  expect(await verdict()).toMatchObject({ isLogRead: false });
  now = at(21);
  expect(await verdict()).toMatchObject({ outcome: 'succeeded' });
});

describe('the log of a job that has just ended', () => {
  let ended: Job;
  beforeEach(() => {
    ended = { ...job, endDateTime: at(20).toISOString() };
  });
  const passes = async (seconds: number) => {
    now = new Date(now.getTime() + seconds * 1_000);
    await logs.catchUp([]);
  };

  it('is read again until it has its last line, whatever it seemed to say before', async () => {
    upstream = ARRIVED;
    logs.complete([ended]);
    await passes(1);
    expect(logs.incomplete).toBe(1);
    expect((await verdicts.on([ended]))(ended)).toMatchObject({ outcome: 'unknown' });
    upstream = [...ARRIVED, line(20, 'LAUNCH_FAILED'), line(20, 'JOB_END')];
    await passes(10);
    expect(logs.incomplete).toBe(0);
    expect((await verdicts.on([ended]))(ended)).toMatchObject({ outcome: 'unknown' });
    expect(reads).toBe(2);
  });

  it('is read every ten seconds until a minute has passed, when it has no last line', async () => {
    upstream = ARRIVED;
    logs.complete([ended]);
    for (let seconds = 0; seconds < 300; seconds += 3) await passes(3);
    expect(logs.incomplete).toBe(0);
    expect((await verdicts.on([ended]))(ended)).toMatchObject({ outcome: 'succeeded' });
    expect(reads).toBeLessThanOrEqual(7);
  });

  it.each([
    ['DRS has no lines of it', () => (upstream = [])],
    ['DRS does not say when it ended', () => delete ended.endDateTime],
    ['the clock was set back', () => (now = at(-60))],
  ])('is not read for ever when %s', async (_, happens) => {
    upstream = ARRIVED;
    logs.complete([ended]);
    await passes(1);
    happens();
    for (let seconds = 0; seconds < 300; seconds += 3) await passes(3);
    expect(logs.incomplete).toBe(0);
    expect(reads).toBeLessThanOrEqual(15);
  });

  it('goes on while DRS is away, and ends where it may not be read', async () => {
    logs.complete([ended]);
    for (let seconds = 0; seconds < 300; seconds += 3) await passes(3);
    expect(logs.incomplete).toBe(1);
    code = 'drs-access-denied';
    await passes(60);
    expect(logs.incomplete).toBe(0);
  });
});
