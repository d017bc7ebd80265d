import { expect, it } from 'vitest';
import { pastFailbacks, rounds } from './expectation';

const job = (minutes: number | undefined, initiatedBy = 'FAILBACK') => ({
  jobID: 'drsjob-1',
  initiatedBy,
  creationDateTime: '2026-11-24T10:00:00.000000+00:00',
  ...(minutes === undefined
    ? {}
    : { endDateTime: `2026-11-24T10:${String(minutes).padStart(2, '0')}:00.000000+00:00` }),
});

it('is the middle of what failback jobs took that have ended', () => {
  const jobs = [job(9), job(4), job(undefined), job(30), job(50, 'START_RECOVERY')];
  expect(pastFailbacks(jobs)).toMatchObject({ count: 3, medianSeconds: 9 * 60 });
  expect(pastFailbacks([job(4), job(10)])).toMatchObject({ count: 2, medianSeconds: 7 * 60 });
  expect(pastFailbacks([job(undefined)])).toBeNull();
});

it('counts the rounds of a queue', () => {
  expect(rounds(160, 20)).toBe(8);
  expect(rounds(3, 20)).toBe(1);
  expect(rounds(3, 0)).toBe(3);
});
