import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { ConnectionState } from './connection';
import { loadCode } from './load-code';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

it('is tried again until the console is back, and says when', async () => {
  const states: ConnectionState[] = [];
  const load = vi
    .fn<() => Promise<string>>()
    .mockRejectedValueOnce(new Error('ChunkLoadError'))
    .mockRejectedValueOnce(new Error('ChunkLoadError'))
    .mockResolvedValue('code');
  const loading = loadCode(load, (state) => states.push(state), new AbortController().signal);
  await vi.runAllTimersAsync();
  expect(await loading).toBe('code');
  expect(states.map(({ kind }) => kind)).toEqual(['waiting', 'waiting']);
});

it('is not tried again once the page was left', async () => {
  const leaving = new AbortController();
  const load = vi.fn<() => Promise<string>>(() => Promise.reject(new Error('ChunkLoadError')));
  const loading = loadCode(load, () => leaving.abort(), leaving.signal);
  await vi.runAllTimersAsync();
  expect(await loading).toBeUndefined();
  expect(load).toHaveBeenCalledTimes(1);
});
