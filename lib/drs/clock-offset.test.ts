import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { openDrs } from './client';
import { describeRecoveryInstances } from './recovery-instances';

const NOW = new Date('2026-11-24T10:00:00Z');
const MINUTE = 60_000;

/** How DRS answers: its status, how far its clock is ahead, and whether it is DRS that answers. */
const drs = { status: 200, ahead: 0, isDrs: true };
const server = createServer((request, response) => {
  request.resume();
  response.setHeader('Date', new Date(NOW.getTime() + drs.ahead).toUTCString());
  if (drs.isDrs) response.setHeader('x-amzn-RequestId', '0f6c1f0e');
  response.setHeader('Content-Type', 'application/json');
  response.writeHead(drs.status).end(JSON.stringify({ items: [] }));
});

beforeEach(async () => {
  vi.stubEnv('AWS_ACCESS_KEY_ID', 'HOMEWARDTEST');
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'homeward-simulator');
  Object.assign(drs, { status: 200, ahead: 0, isDrs: true });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
afterEach(async () => {
  vi.unstubAllEnvs();
  await new Promise((resolve) => server.close(resolve));
});

function open() {
  const { port } = server.address() as AddressInfo;
  const door = openDrs(
    { region: 'eu-west-1', role: undefined, simulatorURL: `http://127.0.0.1:${port}` },
    { operator: 'Test', timeoutMilliseconds: 5_000, clock: { now: () => NOW } },
  );
  const read = () => describeRecoveryInstances({ ...door, reads: door.polls });
  return { offset: () => door.clockOffset.milliseconds, read };
}

it('is not known before DRS has answered', () => {
  expect(open().offset()).toBeUndefined();
});

it('is how far the Date of an answer is from our own clock', async () => {
  const { read, offset } = open();
  drs.ahead = 10 * MINUTE;
  await read();
  expect(offset()).toBe(10 * MINUTE);
});

it('stays the same while answers differ by a second, and follows when a clock is set', async () => {
  const { read, offset } = open();
  drs.ahead = 10 * MINUTE;
  await read();
  drs.ahead += 1_000;
  await read();
  expect(offset()).toBe(10 * MINUTE);
  drs.ahead = 0;
  await read();
  expect(offset()).toBe(0);
});

it('is taken from a refusal of DRS too, but not from what stands before it', async () => {
  const { read, offset } = open();
  drs.ahead = 10 * MINUTE;
  drs.status = 400;
  await expect(read()).rejects.toMatchObject({ $metadata: { httpStatusCode: 400 } });
  expect(offset()).toBe(10 * MINUTE);
  drs.isDrs = false;
  drs.ahead = 0;
  await expect(read()).rejects.toMatchObject({ $metadata: { httpStatusCode: 400 } });
  expect(offset()).toBe(10 * MINUTE);
});
