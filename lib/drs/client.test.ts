import { createServer } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { openDrs } from './client';
import { startFailbackLaunch } from './failback-launch';
import { describeRecoveryInstances } from './recovery-instances';

const connections = new Set<Socket>();
/** What is left to answer, the next one first; then a job. */
const answers: object[] = [];
const server = createServer((request, response) => {
  connections.add(request.socket);
  request.resume();
  response.setHeader('Content-Type', 'application/json');
  const answer = answers.shift() ?? { job: { jobID: 'drsjob-4f1c7a02be6d93a8c' } };
  response.end(JSON.stringify(answer));
});

beforeEach(async () => {
  vi.stubEnv('AWS_ACCESS_KEY_ID', 'HOMEWARDTEST');
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'homeward-simulator');
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
afterEach(async () => {
  vi.unstubAllEnvs();
  connections.clear();
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

function openDoor() {
  const { port } = server.address() as AddressInfo;
  return openDrs(
    { region: 'eu-west-1', role: undefined, simulatorURL: `http://127.0.0.1:${port}` },
    { operator: 'Local operator', timeoutMilliseconds: 5_000 },
  );
}

it('sends each launch on a connection of its own, which nobody can have closed meanwhile', async () => {
  const door = openDoor();
  await startFailbackLaunch(door, ['i-0a41f7c2d9e8b3a16'], {}, () => undefined);
  await startFailbackLaunch(door, ['i-0a41f7c2d9e8b3a17'], {}, () => undefined);
  expect(connections.size).toBe(2);
});

it('reads all pages of a list on one connection', async () => {
  const { polls, ...door } = openDoor();
  answers.push(
    { items: [{ recoveryInstanceID: 'i-0a41f7c2d9e8b3a16' }], nextToken: 'next' },
    { items: [{ recoveryInstanceID: 'i-0a41f7c2d9e8b3a17' }] },
  );
  const instances = await describeRecoveryInstances({ ...door, polls, reads: polls });
  expect(instances).toHaveLength(2);
  expect(connections.size).toBe(1);
});
