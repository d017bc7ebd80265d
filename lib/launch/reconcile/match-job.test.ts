import { describe, expect, it } from 'vitest';
import type { Job } from '@/lib/contract/job';
import { type Sought, matchJob } from './match-job';

const sought: Sought = {
  launchID: 'launch-0000000000000001',
  number: 2,
  recoveryInstanceIDs: ['i-00000001', 'i-00000002'],
  withoutTags: false,
  sentDateTime: '2026-11-24T10:00:00.000Z',
  clockOffset: 0,
};
const job = (change: Partial<Job> = {}): Job => ({
  jobID: 'drsjob-00000000000000001',
  initiatedBy: 'FAILBACK',
  creationDateTime: '2026-11-24T10:00:01.123456+00:00',
  participatingServers: [
    { recoveryInstanceID: 'i-00000001', sourceServerID: 's-1' },
    { sourceServerID: 's-2' },
  ],
  ...change,
});
const sources: Record<string, string> = { 'i-00000001': 's-1', 'i-00000002': 's-2' };
const match = (jobs: Job[], change: Partial<Sought> = {}) =>
  matchJob({ ...sought, ...change }, jobs, (id) => sources[id]);

describe('the job of a lost answer', () => {
  it('is the one with the tag of the batch, whatever else it says', () => {
    const tagged = job({
      tags: { 'homeward:launch': 'launch-0000000000000001/2' },
      initiatedBy: 'SOMETHING_NEW',
      participatingServers: [],
    });
    expect(match([job(), tagged]).job).toBe(tagged);
  });

  it.each([
    ['fewer servers', [{ sourceServerID: 's-1' }]],
    [
      'another server',
      [{ recoveryInstanceID: 'i-00000001' }, { recoveryInstanceID: 'i-00000003' }],
    ],
  ])('may be one with the tag that has %s, and is not taken for it', (_, participatingServers) => {
    const tags = { 'homeward:launch': 'launch-0000000000000001/2' };
    const { job: own, others } = match([job({ tags, participatingServers })]);
    expect(own).toBeNull();
    expect(others).toMatchObject([{ mayBeOwn: true, reason: expect.stringMatching(/the tag/) }]);
  });

  it('is the one with the tag while the source servers of the batch are not known', () => {
    const tags = { 'homeward:launch': 'launch-0000000000000001/2' };
    const tagged = job({
      tags,
      participatingServers: [{ sourceServerID: 's-1' }, { sourceServerID: 's-2' }],
    });
    expect(matchJob(sought, [tagged], () => undefined).job).toBe(tagged);
  });

  it('is not one whose tags would show ours and do not', () => {
    const { job: own, others } = match([job({ tags: {} })]);
    expect(own).toBeNull();
    expect(others[0]?.reason).toBe('it does not carry the tag');
  });

  it.each<[string, Partial<Job>, boolean]>([
    ['fits in all else, because DRS has shown other tags than were given', {}, true],
    ['began before', { creationDateTime: '2026-11-24T09:58:00.000Z' }, false],
    ['has a part of the servers', { participatingServers: [{ sourceServerID: 's-1' }] }, false],
    ['belongs to another batch', { tags: { 'homeward:launch': 'launch-2/1' } }, false],
  ])('may be one without the tag that %s', (_, change, mayBeOwn) => {
    const tags = { resourceArn: 'arn:aws:drs:eu-west-1:1:job/drsjob-00000000000000001' };
    expect(match([job({ tags, ...change })]).others).toMatchObject([{ mayBeOwn }]);
  });

  it('is known by its servers when it was sent without tags', () => {
    const own = job({ tags: {} });
    expect(match([own], { withoutTags: true }).job).toBe(own);
  });

  it.each<[string, Partial<Job>, RegExp]>([
    ['another batch', { tags: { 'homeward:launch': 'launch-0000000000000001/3' } }, /belongs to/],
    ['a recovery', { initiatedBy: 'START_RECOVERY' }, /started by START_RECOVERY/],
    ['an earlier job', { creationDateTime: '2026-11-24T09:58:00.000Z' }, /began before/],
    ['a part', { participatingServers: [{ sourceServerID: 's-1' }] }, /not all of these/],
    [
      'other servers too',
      {
        participatingServers: [
          { sourceServerID: 's-1' },
          { sourceServerID: 's-2' },
          { sourceServerID: 's-3' },
        ],
      },
      /other servers/,
    ],
  ])('is not %s', (_, change, reason) => {
    const { job: own, others } = match([job(change)], { withoutTags: true });
    expect(own).toBeNull();
    expect(others.map((other) => other.reason).join()).toMatch(reason);
  });

  it.each([
    ['ours was ahead', -600_000, '2026-11-24T09:50:01Z', true],
    ['ours was behind', 600_000, '2026-11-24T10:10:01Z', true],
    ['ours was behind, and it is an earlier one', 600_000, '2026-11-24T10:05:00Z', false],
  ])('is told by the clock of DRS when %s', (_, clockOffset, creationDateTime, isOwn) => {
    const { job: own, others } = match([job({ creationDateTime })], {
      withoutTags: true,
      clockOffset,
    });
    expect(own !== null).toBe(isOwn);
    expect(others).toHaveLength(isOwn ? 0 : 1);
  });

  it.each(['2026-11-24T09:00:00Z', '2026-11-24T10:00:01Z'])(
    'may be one with its servers of %s, and is not taken for it, while the clock of DRS is not known',
    (creationDateTime) => {
      const { job: own, others } = match([job({ creationDateTime })], {
        withoutTags: true,
        clockOffset: undefined,
      });
      expect(own).toBeNull();
      expect(others).toMatchObject([{ mayBeOwn: true, reason: expect.stringMatching(/clock/) }]);
    },
  );

  it('is the one with the tag, and none by its servers, when no call of the batch has left', () => {
    const unsent = { sentDateTime: null, withoutTags: true };
    const { job: own, others } = match([job()], unsent);
    expect(own).toBeNull();
    expect(others).toMatchObject([{ mayBeOwn: false }]);
    const tagged = job({ tags: { 'homeward:launch': 'launch-0000000000000001/2' } });
    expect(match([job(), tagged], unsent).job).toBe(tagged);
  });

  it('is not chosen between two that would fit', () => {
    const { job: own, others } = match([job(), job({ jobID: 'drsjob-00000000000000002' })], {
      withoutTags: true,
    });
    expect(own).toBeNull();
    expect(others.every(({ mayBeOwn }) => mayBeOwn)).toBe(true);
  });

  it('is not there when no job has its servers', () => {
    expect(match([job({ participatingServers: [{ sourceServerID: 's-9' }] })])).toEqual({
      job: null,
      others: [],
    });
  });
});
