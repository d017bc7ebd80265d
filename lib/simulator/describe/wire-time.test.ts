import { expect, it } from 'vitest';
import { wireDuration, wireTime } from './wire-time';

it.each([
  [0, '1970-01-01T00:00:00.000000+00:00'],
  [Date.parse('2028-02-29T23:59:59.999Z'), '2028-02-29T23:59:59.999000+00:00'],
  [Date.parse('2026-11-24T04:05:06.007Z') + 0.25, '2026-11-24T04:05:06.007250+00:00'],
  [-1, '1969-12-31T23:59:59.999000+00:00'],
])('writes the instant %d as the live service does', (milliseconds, written) => {
  expect(wireTime(milliseconds)).toBe(written);
});

it('writes an instant with a Z where the model is asked for', () => {
  expect(wireTime(1_500, 'model')).toBe('1970-01-01T00:00:01.500000Z');
});

it.each([
  [0, 'P0D'],
  [26 * 60, 'PT26M'],
  [178_332.136909, 'P2DT1H32M12.136909S'],
])('writes the duration of %d seconds', (seconds, written) => {
  expect(wireDuration(seconds)).toBe(written);
});
