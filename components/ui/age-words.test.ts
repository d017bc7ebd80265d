import { describe, expect, it } from 'vitest';
import { describeProblem } from '@/lib/contract/problem-error';
import { ageWords } from './age-words';

const now = new Date('2026-11-24T14:02:30Z');
const fresh = { asOf: '2026-11-24T14:02:26Z', intervalSeconds: 3, problem: null, retryAt: null };
const throttled = describeProblem({
  status: 429,
  code: 'drs-throttling',
  title: 'DRS is throttling',
  detail: 'Rate exceeded',
});

describe('the age of an answer', () => {
  it('is plain up to twice the interval', () => {
    expect(ageWords(fresh, now)).toEqual({ tone: 'plain', text: '4 s ago' });
    expect(ageWords({ ...fresh, asOf: '2026-11-24T14:02:24Z' }, now).tone).toBe('plain');
  });

  it('is a caution past twice the interval', () => {
    expect(ageWords({ ...fresh, asOf: '2026-11-24T14:02:11Z' }, now)).toEqual({
      tone: 'caution',
      text: 'No newer answer for 19 s; last good 14:02:11 UTC',
    });
  });

  it('says why it grows, when it is tried again, and how old the last truth is', () => {
    const failing = {
      ...fresh,
      asOf: '2026-11-24T14:02:11Z',
      problem: throttled,
      retryAt: '2026-11-24T14:02:38Z',
    };
    expect(ageWords(failing, now)).toEqual({
      tone: 'caution',
      text: 'DRS is throttling; retrying in 8 s; last good 14:02:11 UTC',
    });
  });

  it('does not matter once there is nothing more to read', () => {
    const final = { ...fresh, asOf: '2026-11-24T09:00:00Z', intervalSeconds: null };
    expect(ageWords(final, now).tone).toBe('plain');
  });

  it('is not known of what was read later than now, but for what clocks differ by', () => {
    expect(ageWords({ ...fresh, asOf: '2026-11-24T14:02:33Z' }, now)).toEqual({
      tone: 'plain',
      text: '0 s ago',
    });
    expect(ageWords({ ...fresh, asOf: '2026-11-24T14:03:30Z' }, now)).toEqual({
      tone: 'caution',
      text: 'Age unknown: read 1 min ahead of the clock of this page; last good 14:03:30 UTC',
    });
  });

  it('says when nothing was ever read, and why', () => {
    expect(ageWords({ ...fresh, asOf: null }, now).text).toBe('Not read yet');
    expect(ageWords({ ...fresh, asOf: null, problem: throttled }, now).text).toBe(
      'Not read yet: DRS is throttling',
    );
  });
});
