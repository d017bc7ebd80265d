import { expect, it } from 'vitest';
import { problemIn, refusal } from '@/lib/contract/problem-error';
import { afterIntent } from './intent-failures';

const storeFails = () =>
  Promise.reject(
    refusal({
      status: 503,
      code: 'store-unavailable',
      title: 'The store of Homeward cannot be used',
      detail: 'Nothing is launched while launches cannot be recorded (SQLITE_FULL).',
    }),
  );

it('tells a failure after the intent apart from one before it', async () => {
  const problem = problemIn(await afterIntent('launch-1', storeFails).catch((error) => error));
  expect(problem).toMatchObject({
    status: 503,
    code: 'launch-on-record',
    launchID: 'launch-1',
    type: 'urn:homeward:problem:launch-on-record',
  });
  expect(problem?.detail).toContain('may have been sent');
  expect(problem?.detail).toContain('The store of Homeward cannot be used');
  expect(problem?.detail).not.toContain('Nothing is launched');
});

it('leaves what is no problem document as it is', async () => {
  const fault = new TypeError('a mistake');
  await expect(afterIntent('launch-1', () => Promise.reject(fault))).rejects.toBe(fault);
});
