import { afterEach, beforeEach, expect, it } from 'vitest';
// The simulator stands for DRS; the console itself never imports it.
import { startSimulator } from '../../../lib/simulator/server';
import { openTargets } from '../targets/fixture';
import { GET } from './route';

let opened: Awaited<ReturnType<typeof openTargets>>;

beforeEach(async () => {
  opened = await openTargets(
    await startSimulator({ port: 0, speed: 0, servers: 5 }),
    (simulatorURL) =>
      `targets: [{ name: production, region: eu-west-1, simulator: '${simulatorURL}' }]`,
  );
});
afterEach(() => opened.close());

function ask(topic: string, method: 'GET' | 'HEAD' = 'GET') {
  const query = new URLSearchParams({ topic });
  const request = new Request(`http://127.0.0.1:3000/api/events?${query}`, {
    method,
    headers: { Host: '127.0.0.1:3000' },
  });
  return GET(request, { params: Promise.resolve({}) });
}

it.each(['http://[', '//', '/api/nothing', ''])(
  'cannot follow "%s", and says so',
  async (topic) => {
    const response = await ask(topic);
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({
      code: 'unknown-topic',
      detail: expect.stringContaining('/api/jobs/:id/log'),
    });
  },
);

it('tells a HEAD what a GET would be, and follows nothing for it', async () => {
  const head = await ask('/api/jobs', 'HEAD');
  expect(head.status).toBe(200);
  expect(head.headers.get('content-type')).toBe('text/event-stream; charset=utf-8');
  expect(head.body).toBeNull();
  expect((await ask('http://[', 'HEAD')).status).toBe(400);
});

it('streams to a GET', async () => {
  const response = await ask('/api/jobs');
  const reader = response.body?.getReader();
  expect(new TextDecoder().decode((await reader?.read())?.value)).toBe('retry: 1000\n\n');
  await reader?.cancel();
});
