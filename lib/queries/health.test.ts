import { QueryClient } from '@tanstack/react-query';
import { afterEach, expect, it, vi } from 'vitest';
import { problemOf } from './fetch-json';
import { healthQuery } from './health';

afterEach(() => vi.unstubAllGlobals());

const readHealth = () => new QueryClient().fetchQuery(healthQuery());

it('reads what a console lacks that is not ready', async () => {
  const health = { ready: false, store: { ok: false, detail: 'The disk is full.' }, targets: [] };
  vi.stubGlobal('fetch', async () => Response.json(health, { status: 503 }));
  expect(await readHealth()).toEqual(health);
});

it.each([
  ['a proxy', { message: 'Unauthorized' }, 'unreadable-answer'],
  [
    'Homeward with a problem',
    { type: 'x', title: 'x', status: 421, detail: 'x', code: 'host-not-allowed' },
    'host-not-allowed',
  ],
])('takes no other answer for the health of the console: %s', async (_, body, code) => {
  vi.stubGlobal('fetch', async () => Response.json(body, { status: 401 }));
  const error = await readHealth().catch((caught: Error) => caught);
  expect(error instanceof Error && problemOf(error).code).toBe(code);
});
