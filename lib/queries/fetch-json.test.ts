import { afterEach, expect, it, vi } from 'vitest';
import { fetchJSON, isUnanswered, problemOf } from './fetch-json';

afterEach(() => vi.unstubAllGlobals());

const answerWith = (response: () => Promise<Response>) => vi.stubGlobal('fetch', response);

/** A console that takes a request and never answers; it ends as a browser ends it, by its signal. */
const hang = (_: string, { signal }: RequestInit) =>
  new Promise<Response>((_resolve, reject) => {
    signal?.addEventListener('abort', () => reject(signal.reason as Error));
  });

const failure = (asked: Promise<unknown>) =>
  asked.then(
    () => undefined,
    (error: unknown) => error as Error,
  );
const problemFrom = async (asked: Promise<unknown>) =>
  problemOf((await failure(asked)) ?? new Error('it was answered'));

it('gives a console that hangs up, and says that nobody knows', async () => {
  vi.stubGlobal('fetch', hang);
  const problem = await problemFrom(fetchJSON('/api/jobs', { patience: 5 }));
  expect(problem.code).toBe('console-timeout');
  expect(isUnanswered(problem)).toBe(true);
});

it('gives an answer up that never ends', async () => {
  vi.stubGlobal('fetch', async (_: string, { signal }: RequestInit) => {
    const body = new ReadableStream({
      start: (controller) =>
        signal?.addEventListener('abort', () => controller.error(signal.reason)),
    });
    return new Response(body);
  });
  const problem = await problemFrom(fetchJSON('/api/jobs', { patience: 5 }));
  expect(problem.code).toBe('console-timeout');
});

it('leaves a request that its page has called off as called off', async () => {
  vi.stubGlobal('fetch', hang);
  const leaving = new AbortController();
  const asked = failure(fetchJSON('/api/jobs', { signal: leaving.signal }));
  leaving.abort();
  expect(await asked).toMatchObject({ name: 'AbortError' });
});

it('says of what changes something that nobody knows whether it was done', async () => {
  answerWith(() => Promise.reject(new TypeError('Failed to fetch')));
  expect((await problemFrom(fetchJSON('/api/jobs'))).detail).not.toContain('not known');
  const sent = await problemFrom(fetchJSON('/api/failback-launches', { method: 'POST' }));
  expect(sent).toMatchObject({ code: 'console-unreachable' });
  expect(sent.detail).toContain('not known');
});

it('passes a problem document on, and takes no proxy for Homeward', async () => {
  const document = { type: 'x', title: 'x', status: 409, detail: 'x', code: 'not-ready' };
  answerWith(async () => Response.json(document, { status: 409 }));
  expect(await problemFrom(fetchJSON('/api/jobs'))).toEqual(document);
  answerWith(async () => Response.json({ message: 'Unauthorized' }, { status: 401 }));
  expect(isUnanswered(await problemFrom(fetchJSON('/api/jobs')))).toBe(true);
});
