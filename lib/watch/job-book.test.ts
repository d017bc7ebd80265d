import { beforeEach, expect, it } from 'vitest';
import type { Job } from '@/lib/contract/job';
import { JobBook } from './job-book';

let now: number;
let upstream: Job[];
let calls: { jobIDs?: string[]; fromDate?: string }[];
let book: JobBook;

beforeEach(() => {
  now = Date.parse('2026-11-24T10:00:00Z');
  upstream = [job('old', { status: 'COMPLETED' }), job('one')];
  calls = [];
  book = new JobBook({ now: () => new Date(now) });
});

function job(jobID: string, change: Partial<Job> = {}): Job {
  return { jobID, status: 'STARTED', creationDateTime: '2026-11-24T09:59:00+00:00', ...change };
}

async function read(thorough = false) {
  const jobs = await book.read(
    async (filters) => {
      calls.push(filters);
      const { jobIDs } = filters;
      return structuredClone(upstream.filter(({ jobID }) => jobIDs?.includes(jobID) ?? true));
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
  expect(book.all()[0]?.jobID).toBe('two');
  expect(calls.filter(({ fromDate }) => fromDate)).toHaveLength(1);
});

it('finds new jobs for certain when it is to be thorough', async () => {
  await read();
  upstream.push(job('two'));
  expect(await read(true)).toContain('two STARTED');
});

it('looks back as far as the oldest job that runs', async () => {
  upstream = [job('one', { creationDateTime: '2026-11-23T08:00:00+00:00' })];
  await read();
  await read(true);
  expect(calls[1]).toEqual({ fromDate: '2026-11-23T08:00:00.000Z' });
});

it('keeps a job that DRS no longer lists, and does not follow it for ever', async () => {
  await read();
  upstream = [];
  expect(await read()).toEqual(['old COMPLETED', 'one STARTED']);
  expect(book.active()).toEqual([]);
});

it('keeps the very same list as long as nothing changes', async () => {
  await read();
  const before = book.all();
  await read(true);
  expect(book.all()).toBe(before);
  expect(book.all()[0]).toBe(before[0]);
});

it('follows more than a thousand jobs in calls of a thousand', async () => {
  upstream = Array.from({ length: 1_001 }, (_, index) => job(`job-${index}`));
  await read();
  await read();
  expect(calls.slice(1).map(({ jobIDs }) => jobIDs?.length)).toEqual([1_000, 1]);
});
