import { describe, expect, it } from 'vitest';
import { failbackLaunchRequest, failbackLaunchesQuery } from './failback-launch';

const good = { target: 'eu-west-1', recoveryInstanceIDs: ['i-0a41f7c2d9e8b3a16'] };
const ids = (count: number) =>
  Array.from({ length: count }, (_, index) => `i-${index.toString(16).padStart(17, '0')}`);
const complaints = (body: unknown) =>
  failbackLaunchRequest.safeParse(body).error?.issues.map((issue) => issue.message) ?? [];

describe('a launch request', () => {
  it('needs no tags and accepts no caution unless told', () => {
    expect(failbackLaunchRequest.parse(good)).toEqual({
      ...good,
      tags: {},
      acceptCaution: false,
      withoutTags: false,
    });
  });

  it.each([1, 10_000])('takes %i ids', (count) => {
    expect(complaints({ ...good, recoveryInstanceIDs: ids(count) })).toEqual([]);
  });

  it('refuses 10,001 ids and says to split', () => {
    expect(complaints({ ...good, recoveryInstanceIDs: ids(10_001) })).toEqual([
      'One launch takes at most 10,000 recovery instances; split the selection.',
    ]);
  });

  it('goes without tags of its own only without tags of the caller', () => {
    expect(complaints({ ...good, withoutTags: true })).toEqual([]);
    expect(complaints({ ...good, withoutTags: true, tags: { wave: '2' } })).toEqual([
      'A launch without tags cannot carry tags of yours; leave them out.',
    ]);
  });

  it('refuses an empty selection', () => {
    expect(complaints({ ...good, recoveryInstanceIDs: [] })).toEqual([
      'Select at least one recovery instance.',
    ]);
  });

  it.each(['i-1234567', 'i-0123456789abcdef01', 'I-12345678', 'i-1234567g', 's-12345678', ''])(
    'refuses %j as an id',
    (id) => {
      expect(complaints({ ...good, recoveryInstanceIDs: [id] })).toHaveLength(1);
    },
  );

  it.each(['i-12345678', 'i-ABCDEF0123456789a'])('takes %j as an id', (id) => {
    expect(complaints({ ...good, recoveryInstanceIDs: [id] })).toEqual([]);
  });

  it('refuses a member it does not know, so that a typing error is not ignored', () => {
    expect(complaints({ ...good, acceptCautions: true })).toHaveLength(1);
  });
});

describe('tags', () => {
  it.each([
    ['a key of 256 characters', { ['k'.repeat(256)]: 'v' }],
    ['a value of 256 characters', { wave: 'v'.repeat(256) }],
    ['an empty value', { wave: '' }],
    ['letters of any script', { Größe: '大' }],
  ])('take %s', (_, tags) => {
    expect(complaints({ ...good, tags })).toEqual([]);
  });

  it.each([
    ['a key of 257 characters', { ['k'.repeat(257)]: 'v' }],
    ['a value of 257 characters', { wave: 'v'.repeat(257) }],
    ['an empty key', { '': 'v' }],
    ['a key that belongs to AWS', { 'aws:wave': '2' }],
    ['a key that belongs to AWS in capitals', { 'AWS:wave': '2' }],
    ['a key that belongs to Homeward', { 'homeward:launch': 'x' }],
    ['a value that is not text', { wave: 2 }],
  ])('refuse %s', (_, tags) => {
    expect(complaints({ ...good, tags })).toHaveLength(1);
  });

  it('leave room for the one tag that is ours', () => {
    const many = (count: number) =>
      Object.fromEntries(Array.from({ length: count }, (_, index) => [`tag-${index}`, '']));
    expect(complaints({ ...good, tags: many(49) })).toEqual([]);
    expect(complaints({ ...good, tags: many(50) })).toEqual([
      'A job takes at most 49 tags of yours.',
    ]);
  });
});

describe('the filters of the list', () => {
  it('take several states, and fifty launches unless told', () => {
    const query = failbackLaunchesQuery.parse({ state: 'parked,unknown', actor: 'Robin' });
    expect(query).toEqual({ state: ['parked', 'unknown'], actor: 'Robin', limit: 50 });
  });

  it.each([{ state: 'lost' }, { from: 'yesterday' }, { limit: '201' }, { colour: 'red' }])(
    'refuse %j',
    (query) => {
      expect(failbackLaunchesQuery.safeParse(query).success).toBe(false);
    },
  );
});
