import { startSimulator } from '../lib/simulator/server';
import { startConsole } from './console-process';
import { type Simulator, expect, test } from './fixtures';
import { startFailbackLaunchCalls } from './simulator';

// What a runbook can get wrong. Each answer is a problem document whose sentence says what to do,
// and DRS hears nothing of it.
const good = { target: 'eu-west-1', recoveryInstanceIDs: ['i-0a41f7c2d9e8b3a16'] };
const ids = (count: number) =>
  Array.from({ length: count }, (_, index) => `i-0${index.toString(16).padStart(16, '0')}`);

const refusals: [mistake: string, body: unknown, status: number, sentence: RegExp][] = [
  ['no instance', { ...good, recoveryInstanceIDs: [] }, 400, /at least one/],
  ['a malformed id', { ...good, recoveryInstanceIDs: ['server-1'] }, 400, /looks like i-/],
  ['10,001 ids', { ...good, recoveryInstanceIDs: ids(10_001) }, 400, /at most 10,000/],
  ['an unknown id', good, 404, /i-0a41f7c2d9e8b3a16/],
  [
    'the same id twice',
    { ...good, recoveryInstanceIDs: [...good.recoveryInstanceIDs, ...good.recoveryInstanceIDs] },
    400,
    /more than once|twice/,
  ],
  ['a tag key of 257 characters', { ...good, tags: { ['k'.repeat(257)]: '' } }, 400, /256/],
  ['a tag value of 257 characters', { ...good, tags: { wave: 'v'.repeat(257) } }, 400, /256/],
  ['an aws: tag', { ...good, tags: { 'aws:wave': '2' } }, 400, /belong to AWS/],
  ['a homeward: tag', { ...good, tags: { 'homeward:launch': 'x' } }, 400, /set by Homeward/],
  ['an unknown target', { ...good, target: 'mars-1' }, 404, /mars-1/],
  ['a body that is not JSON', 'launch them all', 400, /JSON/],
  ['a body of 2 MB', JSON.stringify({ ...good, note: 'x'.repeat(2_000_000) }), 413, /large|1 MB/],
];

test.describe('A launch', () => {
  // A refusal changes nothing, so one console serves all of these tests.
  test.describe.configure({ mode: 'default' });
  let simulator: Simulator;
  let started: Awaited<ReturnType<typeof startConsole>>;
  test.beforeAll(async () => {
    simulator = await startSimulator({ port: 0 });
    started = await startConsole(simulator.url);
  });
  test.afterAll(async () => {
    await started.stop();
    await simulator.close();
  });

  for (const [mistake, body, status, sentence] of refusals) {
    test(`with ${mistake} is refused and nothing is sent`, async () => {
      const { url } = started.running;
      const answer = await fetch(`${url}/api/failback-launches`, {
        method: 'POST',
        headers: {
          Origin: url,
          'Content-Type': 'application/json',
          'Idempotency-Key': 'a-mistake',
        },
        body: typeof body === 'string' ? body : JSON.stringify(body),
      });
      expect(answer.status).toBe(status);
      expect(answer.headers.get('content-type')).toContain('application/problem+json');
      expect(await answer.text()).toMatch(sentence);
      expect(await startFailbackLaunchCalls(simulator.url)).toEqual([]);
    });
  }
});

test('A wrong method and an unknown route say so', async ({ request }) => {
  const wrongMethod = await request.delete('/api/jobs');
  expect(wrongMethod.status()).toBe(405);
  expect(wrongMethod.headers()['allow']).toContain('GET');
  const unknownRoute = await request.get('/api/nowhere');
  expect(unknownRoute.status()).toBe(404);
  expect((await unknownRoute.json()).code).toBe('unknown-route');
  // Search engines must not index anything.
  expect(await (await request.get('/robots.txt')).text()).toContain('Disallow: /');
});

test('A launch from another site is refused', async ({ request, simulator }) => {
  for (const headers of [{ Origin: 'https://elsewhere.example' }, {}]) {
    const answer = await request.post('/api/failback-launches', {
      headers: { ...headers, 'Idempotency-Key': 'cross-site' },
      data: good,
    });
    expect(answer.status()).toBe(403);
  }
  expect(await startFailbackLaunchCalls(simulator.url)).toEqual([]);
});

test('A host name that is not on the list is refused', async ({ console, request }) => {
  const answer = await request.get(`${console.url}/api/health`, {
    headers: { Host: 'rebound.example' },
  });
  expect(answer.status()).toBeGreaterThanOrEqual(400);
});
