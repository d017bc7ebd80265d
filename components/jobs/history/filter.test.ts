import { describe, expect, it } from 'vitest';
import { ALL_JOBS, filterJobs, typeChoices } from './filter';
import type { HistoryJob } from './merge';

const jobs: HistoryJob[] = [
  {
    target: 'ireland',
    jobID: 'drsjob-1',
    type: 'LAUNCH',
    initiatedBy: 'FAILBACK',
    tags: { change: 'CHG-20418' },
    participatingServers: [{ sourceServerID: 's-1', recoveryInstanceID: 'i-0a41' }],
    outcome: {
      outcome: 'partly-failed',
      sentence: 'Completed: 1 launched, 1 failed.',
      isLogRead: true,
    },
  },
  {
    target: 'ireland',
    jobID: 'drsjob-2',
    type: 'LAUNCH',
    initiatedBy: 'START_DRILL',
    outcome: { outcome: 'succeeded', sentence: 'Completed: 2 launched.', isLogRead: true },
  },
  {
    target: 'ohio',
    jobID: 'drsjob-3',
    type: 'SOMETHING_NEW',
    outcome: { outcome: 'unknown', sentence: 'Completed: DRS names no servers.', isLogRead: true },
  },
];
const ids = (filter: Partial<typeof ALL_JOBS>) =>
  filterJobs(jobs, { ...ALL_JOBS, ...filter }).map(({ jobID }) => jobID);

describe('the filter of the job history', () => {
  it('hides nothing at first', () => {
    expect(ids({})).toHaveLength(3);
  });

  it('goes by target', () => {
    expect(ids({ target: 'ohio' })).toEqual(['drsjob-3']);
  });

  it('goes by type and outcome, together', () => {
    expect(ids({ type: 'Failback' })).toEqual(['drsjob-1']);
    expect(ids({ outcome: 'succeeded' })).toEqual(['drsjob-2']);
    expect(ids({ type: 'Failback', outcome: 'succeeded' })).toEqual([]);
  });

  it.each([
    'chg-20418',
    'I-0A41',
    'initiated',
    'start_drill',
    'recovery drill',
    'names no servers',
  ])('looks for "%s" in everything a row stands for', (text) => {
    expect(ids({ search: text })).toHaveLength(text === 'initiated' ? 0 : 1);
  });

  it('offers each type that occurs once, also one nobody knows', () => {
    expect(typeChoices(jobs)).toEqual(['Failback', 'Recovery drill', 'SOMETHING_NEW']);
  });
});
