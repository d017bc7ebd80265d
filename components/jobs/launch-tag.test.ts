import { describe, expect, it } from 'vitest';
import { callerTags, launchOf } from './launch-tag';

describe('the launch behind a job', () => {
  it('is read from the tag that Homeward sets', () => {
    expect(launchOf({ 'homeward:launch': 'launch-3k9x0m2v7q1c8d4f/2' })).toEqual({
      launchID: 'launch-3k9x0m2v7q1c8d4f',
      batch: 2,
    });
  });

  it.each([
    undefined,
    {},
    { 'homeward:launch': 'launch-3k9x0m2v7q1c8d4f' },
    { 'homeward:launch': '../../secret/1' },
  ])('is not made up from %o', (tags) => {
    expect(launchOf(tags)).toBeUndefined();
  });
});

describe('the tags people set', () => {
  it('are shown in order, without ours', () => {
    expect(
      callerTags({ wave: '2', 'homeward:launch': 'launch-3k9x0m2v7q1c8d4f/1', change: 'CHG-1' }),
    ).toEqual([
      ['change', 'CHG-1'],
      ['wave', '2'],
    ]);
  });
});
