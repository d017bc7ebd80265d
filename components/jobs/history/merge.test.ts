import { expect, it } from 'vitest';
import type { JudgedJob } from '@/lib/contract/job';
import { mergeJobs } from './merge';

const job = (jobID: string, creationDateTime?: string): JudgedJob => ({
  jobID,
  ...(creationDateTime ? { creationDateTime } : {}),
  outcome: { outcome: 'succeeded', sentence: 'Completed: 1 launched.', isLogRead: true },
});

it('puts the jobs of all targets in one list, newest first', () => {
  const merged = mergeJobs([
    {
      target: 'ireland',
      jobs: [
        job('c', '2026-11-24T12:00:00.000000+00:00'),
        job('a', '2026-11-24T10:00:00.000000+00:00'),
      ],
    },
    { target: 'ohio', jobs: [job('b', '2026-11-24T11:00:00.000000+00:00'), job('x')] },
  ]);
  expect(merged.map(({ target, jobID }) => `${target} ${jobID}`)).toEqual([
    'ireland c',
    'ohio b',
    'ireland a',
    'ohio x',
  ]);
});
