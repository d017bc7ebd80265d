import { expect, it } from 'vitest';
import { lagWords } from './lag-words';

const now = new Date('2026-11-24T10:00:00Z');
const sample = (time: string, lagSeconds: number | null) => ({
  asOf: `2026-11-24T${time}.000Z`,
  lagSeconds,
});

it('says since when, the present lag, the highest and the lowest', () => {
  const samples = [sample('09:12:00', 4), sample('09:40:10', 1_560), sample('09:59:55', 0)];
  expect(lagWords(samples, now)).toBe(
    'Since 09:12:00 UTC: now 0 s, at most 26 min (at 09:40:10 UTC), at least 0 s.',
  );
});

it('calls no sample the present lag once it is old', () => {
  const samples = [sample('08:12:00', 4), sample('09:00:00', 0)];
  expect(lagWords(samples, now)).toBe(
    'Since 08:12:00 UTC: 0 s when last read (at 09:00:00 UTC), at most 4 s (at 08:12:00 UTC), at least 0 s.',
  );
  expect(lagWords([...samples, sample('09:10:00', null)], now)).toMatch(
    /: not given when last read \(at 09:10:00 UTC\)/,
  );
});

it('says when the lag is not given, now or at all', () => {
  expect(lagWords([sample('09:12:00', 4), sample('09:59:55', null)], now)).toMatch(/now not given/);
  expect(lagWords([sample('09:59:55', null)], now)).toMatch(/given no lag/);
  expect(lagWords([], now)).toMatch(/given no lag/);
});
