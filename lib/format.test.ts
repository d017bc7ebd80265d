import { describe, expect, it } from 'vitest';
import {
  formatAge,
  formatBytes,
  formatCount,
  formatDuration,
  formatDurationUp,
  formatISODuration,
  formatRelative,
  formatUTC,
  parseDuration,
  parseInstant,
} from './format';

const now = new Date('2026-11-24T14:03:52.000Z');

describe('parseInstant', () => {
  it('reads the microseconds and the offset that DRS writes', () => {
    expect(parseInstant('2022-12-07T19:15:38.846723+00:00')).toEqual(
      new Date('2022-12-07T19:15:38.846Z'),
    );
  });

  it('reads an instant that ends in Z', () => {
    expect(parseInstant('2026-11-24T14:03:52Z')).toEqual(now);
  });

  it('knows no instant in an empty or strange text', () => {
    expect(parseInstant(undefined)).toBeUndefined();
    expect(parseInstant('')).toBeUndefined();
    expect(parseInstant('yesterday')).toBeUndefined();
  });
});

describe('parseDuration', () => {
  it.each([
    ['P0D', 0],
    ['PT26M', 1560],
    ['PT0.5S', 0.5],
    ['P1W', 604_800],
    ['P2DT1H32M12.136909S', 178_332.136909],
  ])('reads %s', (text, seconds) => {
    expect(parseDuration(text)).toBeCloseTo(seconds, 6);
  });

  it.each([undefined, '', 'P', 'PT', 'P2DT', '26 min', '-PT1S'])('refuses %s', (text) => {
    expect(parseDuration(text)).toBeUndefined();
  });
});

describe('formatDuration', () => {
  it.each([
    [0, '0 s'],
    [59.4, '59 s'],
    [60, '1 min'],
    [150, '2 min 30 s'],
    [1560, '26 min'],
    [4320, '1 h 12 min'],
    [86_399, '23 h 59 min'],
    [178_332, '2 d 1 h'],
  ])('says %d s as %s', (seconds, words) => {
    expect(formatDuration(seconds)).toBe(words);
  });
});

describe('formatDurationUp', () => {
  it.each([
    [0, '0 s'],
    [0.4, '1 s'],
    [150, '2 min 30 s'],
    [599.5, '10 min'],
    [659, '11 min'],
    [4321, '1 h 13 min'],
    [86_399, '1 d'],
    [90_001, '1 d 2 h'],
  ])('says that %d s is at most %s', (seconds, words) => {
    expect(formatDurationUp(seconds)).toBe(words);
  });
});

describe('formatISODuration', () => {
  it('says a lag in words', () => expect(formatISODuration('PT26M')).toBe('26 min'));
  it('shows an absent lag as a dash', () => expect(formatISODuration(undefined)).toBe('–'));
  it('shows a lag it cannot read as it is', () => expect(formatISODuration('soon')).toBe('soon'));
});

describe('ages', () => {
  it('counts up in one unit', () => {
    expect(formatAge(new Date('2026-11-24T14:03:48Z'), now)).toBe('4 s');
    expect(formatAge(new Date('2026-11-24T13:49:00Z'), now)).toBe('14 min');
    expect(formatAge(new Date('2026-11-24T02:00:00Z'), now)).toBe('12 h');
    expect(formatAge(new Date('2026-11-20T02:00:00Z'), now)).toBe('4 d');
  });

  it('tells the past from what is to come', () => {
    expect(formatRelative(new Date('2026-11-24T14:03:48Z'), now)).toBe('4 s ago');
    expect(formatRelative(new Date('2026-11-24T14:07:00Z'), now)).toBe('in 3 min');
  });

  it('takes a clock that is a moment ahead as now', () => {
    expect(formatRelative(new Date('2026-11-24T14:03:52.400Z'), now)).toBe('0 s ago');
  });
});

describe('formatUTC', () => {
  it('names the day only when it is another one', () => {
    expect(formatUTC(new Date('2026-11-24T04:05:06Z'), now)).toBe('04:05:06 UTC');
    expect(formatUTC(new Date('2026-11-23T23:59:59Z'), now)).toBe('23 Nov 2026 23:59:59 UTC');
  });
});

describe('formatBytes', () => {
  it.each([
    [0, '0 B'],
    [1023, '1023 B'],
    [1024, '1 KiB'],
    [19_541_890_048, '18.2 GiB'],
    [549_755_813_888, '512 GiB'],
    [5 * 2 ** 40, '5 TiB'],
  ])('says %d as %s', (bytes, words) => {
    expect(formatBytes(bytes)).toBe(words);
  });
});

describe('formatCount', () => {
  it('minds the plural and groups thousands', () => {
    expect(formatCount(1, 'server')).toBe('1 server');
    expect(formatCount(5000, 'server')).toBe('5,000 servers');
  });
});
