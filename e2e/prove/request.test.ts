import { afterEach, expect, it, vi } from 'vitest';
import { requestUntilAnswered } from './request';

afterEach(() => vi.unstubAllGlobals());

it('asks again for what was left half answered', async () => {
  const never = new Promise(() => undefined);
  const answers = [
    { status: 202, json: () => never },
    { status: 202, json: async () => ({ launchID: 'launch-1' }) },
  ];
  vi.stubGlobal('fetch', async () => answers.shift());
  const intent = { idempotencyKey: 'key', recoveryInstanceIDs: ['i-1'] };
  const answer = await requestUntilAnswered({ url: 'http://127.0.0.1:1' }, intent, 1);
  expect(answer).toEqual({ status: 202, launchID: 'launch-1' });
});
