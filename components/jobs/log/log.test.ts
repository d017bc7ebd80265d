import { describe, expect, it } from 'vitest';
import type { JobLogItem } from '@/lib/contract/job';
import { filterLines, formatFilter, isFiltering, NO_FILTER, parseFilter } from './filter';
import { afterScroll, FOLLOWING, unseen } from './follow';
import { lineOf } from './line-link';
import { logLines } from './lines';

const items: JobLogItem[] = [
  { event: 'JOB_START', eventData: {} },
  { event: 'CONVERSION_START', eventData: { sourceServerID: 's-1' } },
  { event: 'CONVERSION_START', eventData: { sourceServerID: 's-2' } },
  { event: 'LAUNCH_END', eventData: { sourceServerID: 's-2', targetInstanceID: 'i-0b77' } },
  { event: 'CONVERSION_FAIL', eventData: { sourceServerID: 's-1', rawError: 'Volume too small' } },
  { event: 'SERVER_SKIPPED', eventData: { sourceServerID: 's-3' } },
  { event: 'SOMETHING_NEW', eventData: {} },
];
const lines = logLines(items, { 's-1': 'mail-04' });
const numbers = (filter: Partial<typeof NO_FILTER>) =>
  filterLines(lines, { ...NO_FILTER, ...filter }).map(({ number }) => number);

describe('a line of the log', () => {
  it('names the server by its hostname where it is known, else by its id', () => {
    expect(lines.map(({ server }) => server)).toEqual([
      undefined,
      'mail-04',
      's-2',
      's-2',
      'mail-04',
      's-3',
      undefined,
    ]);
  });

  it('is an error when it fails, skips or carries an error', () => {
    expect(lines.filter(({ isError }) => isError).map(({ event }) => event)).toEqual([
      'CONVERSION_FAIL',
      'SERVER_SKIPPED',
    ]);
  });

  it('keeps an event nobody knows', () => {
    expect(lines.at(-1)).toMatchObject({ event: 'SOMETHING_NEW', isError: false });
  });
});

describe('the filter', () => {
  it('hides nothing at first', () => {
    expect(numbers({})).toHaveLength(items.length);
    expect(isFiltering(NO_FILTER)).toBe(false);
    expect(isFiltering({ ...NO_FILTER, text: '   ' })).toBe(false);
  });

  it('is repeated by the parameters of an address', () => {
    const filter = { server: 's-1', event: 'LAUNCH_END', text: 'i-0b', errorsOnly: true };
    expect(parseFilter(formatFilter(filter))).toEqual(filter);
    expect(parseFilter(formatFilter(NO_FILTER))).toEqual(NO_FILTER);
    expect(Object.values(formatFilter(NO_FILTER)).join('')).toBe('');
  });

  it('goes by server, by event and by errors, together', () => {
    expect(numbers({ server: 's-1' })).toEqual([2, 5]);
    expect(numbers({ event: 'CONVERSION_START' })).toEqual([2, 3]);
    expect(numbers({ server: 's-1', errorsOnly: true })).toEqual([5]);
  });

  it('finds text in the hostname, the id, the event and the error, in any case', () => {
    expect(numbers({ text: 'MAIL' })).toEqual([2, 5]);
    expect(numbers({ text: 's-1' })).toEqual([2, 5]);
    expect(numbers({ text: 'too small' })).toEqual([5]);
    expect(numbers({ text: 'i-0b77' })).toEqual([4]);
  });
});

describe('following', () => {
  it('goes on while the reader stays at the end', () => {
    expect(afterScroll(FOLLOWING, 10, 40)).toEqual(FOLLOWING);
    expect(unseen(FOLLOWING, lines)).toBe(0);
  });

  it('pauses when the reader scrolls up, and counts what arrives from then on', () => {
    const paused = afterScroll(FOLLOWING, 300, 4);
    expect(unseen(paused, lines.slice(0, 4))).toBe(0);
    expect(unseen(paused, lines)).toBe(3);
    expect(unseen(paused, filterLines(lines, { ...NO_FILTER, errorsOnly: true }))).toBe(2);
  });

  it('keeps counting from the same line while the reader scrolls about', () => {
    const paused = afterScroll(FOLLOWING, 300, 4);
    expect(afterScroll(paused, 500, 7)).toEqual(paused);
  });

  it('goes on when the reader comes back to the end', () => {
    expect(afterScroll({ following: false, lastSeen: 4 }, 0, 7)).toEqual(FOLLOWING);
  });
});

describe('a link to a line', () => {
  it.each([
    ['#line-42', 42],
    ['#line-0', undefined],
    ['#line-4x', undefined],
    ['#content', undefined],
    ['', undefined],
  ])('in "%s" leads to line %s', (hash, line) => {
    expect(lineOf(hash)).toBe(line);
  });
});
