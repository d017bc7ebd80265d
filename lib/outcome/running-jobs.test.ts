import { expect, it } from 'vitest';
import type { Job } from '@/lib/contract/job';
import { indexRunningJobs } from './running-jobs';

const server = { recoveryInstanceID: 'i-0a41', sourceServerID: 's-1' };
const job = (change: Partial<Job> = {}): Job => ({
  jobID: 'drsjob-1',
  status: 'STARTED',
  participatingServers: [{ ...server, launchStatus: 'PENDING' }],
  ...change,
});
const runningJobOf = (...jobs: Job[]) => indexRunningJobs(jobs)(server)?.jobID;

it('gives the job that holds a server', () => {
  expect(runningJobOf(job())).toBe('drsjob-1');
  expect(runningJobOf(job({ status: 'HALTED' }))).toBe('drsjob-1');
  expect(runningJobOf(job({ status: 'COMPLETED' }))).toBeUndefined();
  expect(runningJobOf(job({ endDateTime: '2026-11-24T10:00:00Z' }))).toBeUndefined();
});

it('gives no job that DRS lists no more', () => {
  expect(runningJobOf(job({ unlistedSince: '2026-11-24T10:00:00Z' }))).toBeUndefined();
});
