import { expect, it } from 'vitest';
import type { Job, JobLogItem } from '@/lib/contract/job';
import { systemClock } from '@/lib/time';
import { expectationOf } from './expectation';
import { Snapshot } from './snapshot';

const past = (jobID: string, initiatedBy = 'FAILBACK'): Job => ({
  jobID,
  type: 'LAUNCH',
  initiatedBy,
  status: 'COMPLETED',
  creationDateTime: '2026-11-24T10:00:00Z',
  endDateTime: '2026-11-24T10:08:00Z',
});
const running: Job = { ...past('drsjob-now'), status: 'STARTED' };

/** Counts the logs that are asked for; each is empty. */
function watched() {
  const asked: string[] = [];
  const logs = new Map<string, Snapshot<JobLogItem[]>>();
  const open = (jobID: string) =>
    new Snapshot<JobLogItem[]>({
      read: async () => {
        asked.push(jobID);
        return [];
      },
      toProblem: () => {
        throw new Error('No read fails here.');
      },
      clock: systemClock,
      interval: () => null,
      maxAge: () => Infinity,
    });
  const log = ({ jobID }: { jobID: string }) => {
    const known = logs.get(jobID) ?? open(jobID);
    logs.set(jobID, known);
    return known;
  };
  return { watch: { log }, asked };
}

it('learns from the finished jobs of the same kind, one log at a time', async () => {
  const { watch, asked } = watched();
  const jobs = [running, past('drsjob-1'), past('drsjob-2'), past('drsjob-3', 'START_DRILL')];
  const expectation = () => expectationOf(watch, jobs, running)?.job;
  expect(expectation()).toBeNull();
  await expect.poll(expectation).toMatchObject({ count: 1, medianSeconds: 480 });
  await expect.poll(expectation).toMatchObject({ count: 2 });
  expect(asked).toEqual(['drsjob-1', 'drsjob-2']);
});

it('expects nothing of a job that has ended', () => {
  const { watch, asked } = watched();
  expect(expectationOf(watch, [past('drsjob-1'), past('drsjob-2')], past('drsjob-2'))).toBeNull();
  expect(asked).toEqual([]);
});
