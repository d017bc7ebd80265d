import { beforeEach, expect, it } from 'vitest';
import type { Job } from '@/lib/contract/job';
import { JobIndex } from './job-index';

const HOUR = 60 * 60_000;

let now: number;
let upstream: Job[];
let calls: { jobIDs?: string[]; fromDate?: string }[];
let jobIndex: JobIndex;

beforeEach(() => {
  now = Date.parse('2026-11-24T10:00:00Z');
  upstream = [job('old', { status: 'COMPLETED' }), job('one')];
  calls = [];
  jobIndex = new JobIndex({ now: () => new Date(now) });
});

function job(jobID: string, change: Partial<Job> = {}): Job {
  return { jobID, status: 'STARTED', creationDateTime: '2026-11-24T09:59:00+00:00', ...change };
}

async function read(thorough = false) {
  const jobs = await jobIndex.read(
    async (filters) => {
      calls.push(filters);
      const { jobIDs, fromDate } = filters;
      return structuredClone(
        upstream.filter(
          ({ jobID, creationDateTime = '' }) =>
            (jobIDs?.includes(jobID) ?? true) &&
            (!fromDate || Date.parse(creationDateTime) >= Date.parse(fromDate)),
        ),
      );
    },
    { thorough },
  );
  return jobs.map(({ jobID, status }) => `${jobID} ${status}`);
}

it('looks at everything first, and then follows what runs in one call', async () => {
  expect(await read()).toEqual(['old COMPLETED', 'one STARTED']);
  upstream = [job('one', { status: 'COMPLETED' })];
  now += 3_000;
  expect(await read()).toEqual(['old COMPLETED', 'one COMPLETED']);
  expect(calls).toEqual([{}, { jobIDs: ['one'] }]);
});

it('finds a job that was started elsewhere within 15 seconds', async () => {
  await read();
  upstream.push(job('two', { creationDateTime: '2026-11-24T10:00:04+00:00' }));
  for (let seconds = 0; seconds < 15; seconds += 3) {
    now += 3_000;
    await read();
  }
  expect(jobIndex.all()[0]?.jobID).toBe('two');
  expect(calls.filter(({ fromDate }) => fromDate)).toHaveLength(1);
});

it.each([-3, 3])(
  'finds it also while our clock is %i hours ahead of that of DRS',
  async (hours) => {
    now += hours * HOUR;
    upstream = [job('old', { status: 'COMPLETED' })];
    await read();
    upstream.push(job('two', { creationDateTime: '2026-11-24T10:00:04+00:00' }));
    now += 15_000;
    expect(await read()).toContain('two STARTED');
  },
);

it.each([-3, 3])('finds it also when our clock has been set by %i hours', async (hours) => {
  await read();
  upstream.push(job('two', { creationDateTime: '2026-11-24T10:00:04+00:00' }));
  now += hours * HOUR;
  expect(await read()).toContain('two STARTED');
});

it('lists again what is newer than an hour before the newest job, for lists lag behind', async () => {
  await read();
  upstream.push(job('late', { creationDateTime: '2026-11-24T09:00:00+00:00' }));
  expect(await read(true)).toContain('late STARTED');
  expect(calls[1]).toEqual({ fromDate: '2026-11-24T08:59:00.000Z' });
});

it('has a job that DRS has answered with before it lists it, and believes the list about it', async () => {
  await read();
  upstream = [];
  jobIndex.addStarted(job('two', { status: 'PENDING' }));
  expect(await read()).toContain('two PENDING');
  upstream = [job('two')];
  expect(await read()).toContain('two STARTED');
  jobIndex.addStarted(job('two', { status: 'PENDING' }));
  expect(jobIndex.active()).toContainEqual(job('two'));
});

it('finds new jobs for certain when it is to be thorough', async () => {
  await read();
  upstream.push(job('two'));
  expect(await read(true)).toContain('two STARTED');
});

it('looks back as far as the oldest job that runs', async () => {
  upstream = [
    job('new', { status: 'COMPLETED' }),
    job('one', { creationDateTime: '2026-11-23T08:00:00+00:00' }),
  ];
  await read();
  await read(true);
  expect(calls[1]).toEqual({ fromDate: '2026-11-23T08:00:00.000Z' });
});

it('goes on asking for a job that was left out of an answer', async () => {
  upstream = [job('one', { creationDateTime: '2026-11-24T08:30:00+00:00' })];
  await read();
  upstream = [];
  now += 3_000;
  expect(await read()).toEqual(['one STARTED']);
  upstream = [job('one', { creationDateTime: '2026-11-24T08:30:00+00:00', status: 'COMPLETED' })];
  now += 3_000;
  expect(await read()).toEqual(['one COMPLETED']);
});

it('says of a job that DRS lists no more since when, and follows it no longer', async () => {
  await read();
  upstream = [];
  const since = new Date(now + 3_000).toISOString();
  for (let seconds = 0; seconds < 600; seconds += 3) {
    now += 3_000;
    await read();
  }
  expect(jobIndex.active()).toHaveLength(1);
  now += 3_000;
  await read();
  expect(jobIndex.active()).toEqual([]);
  expect(jobIndex.all()).toMatchObject([
    { jobID: 'old', status: 'COMPLETED' },
    { jobID: 'one', status: 'STARTED', unlistedSince: since },
  ]);
  expect(jobIndex.all()[0]).not.toHaveProperty('unlistedSince');
  expect(jobIndex.takeChanged()).toContainEqual(jobIndex.all()[1]);

  upstream = [job('one')];
  await read(true);
  expect(jobIndex.active()).toEqual(upstream);
});

it('needs several answers to believe that a job is gone, however much time has passed', async () => {
  await read();
  upstream = [];
  await read();
  now += 8 * 60 * 60_000;
  await read();
  expect(jobIndex.active()).toHaveLength(1);
  await read();
  expect(jobIndex.active()).toHaveLength(0);
});

it('looks for the jobs of an earlier process in the first list', async () => {
  jobIndex.add([job('before', { creationDateTime: '2026-11-23T09:00:00+00:00' })]);
  await read();
  expect(jobIndex.active().map(({ jobID }) => jobID)).toEqual(['one', 'before']);
  now += 601_000;
  await read(true);
  await read(true);
  expect(jobIndex.active().map(({ jobID }) => jobID)).toEqual(['one']);
});

it('forgets the jobs of another account as soon as it sees whose this one is', async () => {
  const arn = (account: string, id: string) => `arn:aws:drs:eu-west-1:${account}:job/${id}`;
  jobIndex.add([
    job('theirs', { arn: arn('222222222222', 'theirs') }),
    job('ours', { arn: arn('111111111111', 'ours'), status: 'COMPLETED' }),
    job('anyones'),
  ]);
  upstream = [job('new', { arn: arn('111111111111', 'new') })];
  await read();
  expect(jobIndex.all().map(({ jobID }) => jobID)).toEqual(['anyones', 'new', 'ours']);
  expect(jobIndex.takeChanged().map(({ jobID }) => jobID)).not.toContain('theirs');
});

it('keeps the very same list as long as nothing changes', async () => {
  await read();
  const before = jobIndex.all();
  await read(true);
  expect(jobIndex.all()).toBe(before);
  expect(jobIndex.all()[0]).toBe(before[0]);
});
