import { expect, it } from 'vitest';
import type { Job, JobOutcome } from '@/lib/contract/job';
import type { Problem } from '@/lib/contract/problem';
import { describeProblem } from '@/lib/contract/problem-error';
import { jobView } from './jobs';
import type { Watched } from './watched';

const ended: Job = {
  jobID: 'drsjob-0123456789abcdef0',
  status: 'COMPLETED',
  creationDateTime: '2026-11-24T10:00:00Z',
  endDateTime: '2026-11-24T10:09:00Z',
};
const problemOf = (code: string) =>
  describeProblem({ status: 502, code, title: 'The log cannot be read', detail: 'DRS says no.' });
const DENIED = problemOf('drs-access-denied');
const AWAY = problemOf('drs-unreachable');

/** A target with one job, as far as the view looks at it. Its jobs are read every 30 seconds. */
function watched(job: Job, isLogRead: boolean, problem: Problem | null = null): Watched {
  const reading = { value: [job], asOf: new Date(), sequence: 1, problem: null, retryAt: null };
  const outcome: Partial<JobOutcome> = { outcome: 'unknown', isLogRead, servers: [] };
  const watch = {
    jobs: { latest: async () => ({ ...reading, interval: 30_000 }) },
    fleet: { latest: async () => ({ ...reading, value: [] }) },
    verdicts: { withLog: async () => ({ outcome, problem, asOf: reading.asOf }) },
    expectationOf: () => null,
  };
  return { name: 'eu-west-1', watch } as unknown as Watched;
}

const intervalOf = async (...given: Parameters<typeof watched>) =>
  (await jobView(watched(...given), ended.jobID)).intervalSeconds;

it('calls a job that has ended final once its log has been read to its end', async () => {
  expect(await intervalOf(ended, true)).toBeNull();
  expect(await intervalOf(ended, false)).toBe(30);
  expect(await intervalOf(ended, false, AWAY)).toBe(30);
});

it('does not say that a log is read which may not be', async () => {
  expect(await intervalOf(ended, false, DENIED)).toBeNull();
});

it('goes on with a job that runs, however far its log has been read', async () => {
  const { endDateTime: _, ...rest } = ended;
  const running = { ...rest, status: 'STARTED' };
  expect(await intervalOf(running, true)).toBe(30);
  expect(await intervalOf(running, false, DENIED)).toBe(30);
});
