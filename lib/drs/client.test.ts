import type { Socket } from 'node:net';
import { beforeEach, expect, it } from 'vitest';
import { startFailbackLaunch } from './failback-launch';
import { describeRecoveryInstances } from './recovery-instances';
import { answeringDrs } from './testing/drs-server';

const connections = new Set<Socket>();
/** What is left to answer, the next one first; then a job. */
const answers: object[] = [];
const openDoor = answeringDrs((request, response) => {
  connections.add(request.socket);
  request.resume();
  response.setHeader('Content-Type', 'application/json');
  const answer = answers.shift() ?? { job: { jobID: 'drsjob-4f1c7a02be6d93a8c' } };
  response.end(JSON.stringify(answer));
});

beforeEach(() => connections.clear());

it('sends each launch on a connection of its own, which nobody can have closed meanwhile', async () => {
  const door = openDoor();
  await startFailbackLaunch(door, ['i-0a41f7c2d9e8b3a16'], {}, () => undefined);
  await startFailbackLaunch(door, ['i-0a41f7c2d9e8b3a17'], {}, () => undefined);
  expect(connections.size).toBe(2);
});

it('reads all pages of a list on one connection', async () => {
  answers.push(
    { items: [{ recoveryInstanceID: 'i-0a41f7c2d9e8b3a16' }], nextToken: 'next' },
    { items: [{ recoveryInstanceID: 'i-0a41f7c2d9e8b3a17' }] },
  );
  const instances = await describeRecoveryInstances(openDoor());
  expect(instances).toHaveLength(2);
  expect(connections.size).toBe(1);
});
