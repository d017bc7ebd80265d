import { expect, it } from 'vitest';
import type { Problem } from '@/lib/contract/problem';
import { isRefusal } from './refusal';

const problem = (status: number, code: string, launchID?: string): Problem => ({
  type: 'about:blank',
  title: code,
  status,
  detail: code,
  code,
  ...(launchID ? { launchID } : {}),
});

it.each([
  problem(409, 'not-ready'),
  problem(409, 'launch-under-way', 'launch-1'),
  // DRS refused, under the id that the attempt has on record.
  problem(502, 'drs-access-denied', 'launch-1'),
])('$status $code says for certain that nothing was launched', (answer) => {
  expect(isRefusal(answer)).toBe(true);
});

it.each([
  problem(503, 'launch-on-record', 'launch-1'),
  problem(503, 'launch-may-be-on-record'),
  problem(409, 'place-changed'),
  problem(503, 'store-unavailable'),
  problem(500, 'internal-error'),
  problem(0, 'console-unreachable'),
  // A proxy whose session has ended, or that has had enough, after Homeward took the launch.
  problem(401, 'unreadable-answer'),
  problem(403, 'unreadable-answer'),
  problem(429, 'unreadable-answer'),
])('$status $code leaves open whether anything was launched', (answer) => {
  expect(isRefusal(answer)).toBe(false);
});
