import { expect, it } from 'vitest';
import { tagError, toTags } from './tag-rows';

const row = (key: string, value = '') => ({ row: 0, key, value });
const errorOf = (key: string, value?: string) => tagError(row(key, value), [row(key, value)]);

it.each([
  ['aws:wave', '', /belong to AWS/],
  ['Homeward:launch', '', /set by Homeward/],
  ['k'.repeat(257), '', /256/],
  ['wave', 'v'.repeat(257), /256/],
  ['', 'value', /needs a key/],
])('refuses %s', (key, value, words) => {
  expect(errorOf(key, value)).toMatch(words);
});

it('takes 256 characters of each, an empty value and an empty row', () => {
  expect(errorOf('k'.repeat(256), 'v'.repeat(256))).toBeUndefined();
  expect(errorOf('wave')).toBeUndefined();
  expect(errorOf('')).toBeUndefined();
  expect(toTags([row('wave', '2'), row('')])).toEqual({ wave: '2' });
});

it('refuses the same key twice', () => {
  expect(tagError(row('wave'), [row('wave'), row('wave', '2')])).toMatch(/twice/);
});
