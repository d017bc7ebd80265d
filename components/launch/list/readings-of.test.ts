import { expect, it } from 'vitest';
import type { FailbackLaunch, JobsReading } from '@/lib/contract/failback-launch';
import { readingsOf } from './readings-of';

const reading = (target: string, asOf: string): JobsReading => ({
  target,
  asOf,
  problem: null,
  retryAt: null,
  intervalSeconds: 3,
});
const launch = (from: JobsReading | null): FailbackLaunch => ({
  launchID: 'L-1',
  target: from?.target ?? 'ireland',
  createdDateTime: '2026-11-24T09:00:00Z',
  actor: 'Robin',
  tags: {},
  withoutTags: false,
  paused: null,
  outcome: { outcome: 'unknown', sentence: '' },
  batches: [],
  reading: from,
});
const page = (...readings: (JobsReading | null)[]) => ({
  launches: readings.map(launch),
  nextCursor: null,
});

it('gives the reading of each target once, that of the page read last', () => {
  const newer = reading('ireland', '2026-11-24T10:00:02Z');
  const ohio = reading('ohio', '2026-11-24T09:00:00Z');
  const pages = [page(reading('ireland', '2026-11-24T10:00:00Z'), ohio, null), page(newer)];
  expect(readingsOf(pages, 0)).toEqual([newer, ohio]);
});

it('is as old as our own answer when nothing of it was read from DRS', () => {
  const answeredAt = Date.parse('2026-11-24T10:00:00Z');
  expect(readingsOf([page(null)], answeredAt)).toMatchObject([
    { asOf: '2026-11-24T10:00:00.000Z', problem: null },
  ]);
});
