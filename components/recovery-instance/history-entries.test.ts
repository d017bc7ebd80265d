import { expect, it } from 'vitest';
import type { PastJob, PastLaunch } from '@/lib/contract/recovery-instance-history';
import { historyEntries } from './history-entries';

const job = (jobID: string, creationDateTime: string): PastJob => ({
  jobID,
  creationDateTime,
  server: { outcome: 'launched', sentence: 'Launched' },
  outcome: 'succeeded',
});
const launch = (launchID: string, jobID: string | null, createdDateTime: string): PastLaunch => ({
  launchID,
  jobID,
  createdDateTime,
  actor: 'Ada',
  batch: 1,
  state: jobID ? 'accepted' : 'rejected',
  problem: null,
});

it('tells a launch and its job as one entry, and a launch without a job as its own', () => {
  const entries = historyEntries({
    jobs: [
      job('drsjob-2', '2026-11-24T10:00:00.123456+00:00'),
      job('drsjob-1', '2026-11-21T10:00:00.000000+00:00'),
    ],
    launches: [
      launch('launch-refused', null, '2026-11-24T09:00:00.000Z'),
      launch('launch-sent', 'drsjob-2', '2026-11-24T09:59:59.000Z'),
    ],
  });
  expect(
    entries.map((entry) =>
      entry.kind === 'job' ? [entry.job.jobID, entry.launch?.launchID] : [entry.launch.launchID],
    ),
  ).toEqual([['drsjob-2', 'launch-sent'], ['launch-refused'], ['drsjob-1', undefined]]);
});

it('keeps a launch whose job DRS does not list any more', () => {
  const gone = launch('launch-gone', 'drsjob-gone', '2026-01-01T00:00:00.000Z');
  expect(historyEntries({ jobs: [], launches: [gone] })).toHaveLength(1);
});
