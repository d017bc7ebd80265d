import { createServer } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { openDrs } from './client';
import { startFailbackLaunch } from './failback-launch';

const connections = new Set<Socket>();
const server = createServer((request, response) => {
  connections.add(request.socket);
  request.resume();
  response.setHeader('Content-Type', 'application/json');
  response.end(JSON.stringify({ job: { jobID: 'drsjob-4f1c7a02be6d93a8c' } }));
});

beforeEach(async () => {
  vi.stubEnv('AWS_ACCESS_KEY_ID', 'HOMEWARDTEST');
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'homeward-simulator');
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
afterEach(async () => {
  vi.unstubAllEnvs();
  await new Promise((resolve) => server.close(resolve));
});

it('sends each launch on a connection of its own, which nobody can have closed meanwhile', async () => {
  const { port } = server.address() as AddressInfo;
  const door = openDrs(
    { region: 'eu-west-1', role: undefined, simulatorURL: `http://127.0.0.1:${port}` },
    { operator: 'Local operator', timeoutMilliseconds: 5_000 },
  );
  await startFailbackLaunch(door, ['i-0a41f7c2d9e8b3a16'], {}, () => undefined);
  await startFailbackLaunch(door, ['i-0a41f7c2d9e8b3a17'], {}, () => undefined);
  expect(connections.size).toBe(2);
});
