import { beforeEach, expect, it } from 'vitest';
import { describeRecoveryInstances } from './recovery-instances';
import { answeringDrs } from './testing/drs-server';

const NOW = new Date('2026-11-24T10:00:00Z');
const MINUTE = 60_000;

/** How DRS answers: its status, how far its clock is ahead, and whether it is DRS that answers. */
const drs = { status: 200, ahead: 0, isDrs: true };
const openDoor = answeringDrs((request, response) => {
  request.resume();
  response.setHeader('Date', new Date(NOW.getTime() + drs.ahead).toUTCString());
  if (drs.isDrs) response.setHeader('x-amzn-RequestId', '0f6c1f0e');
  response.setHeader('Content-Type', 'application/json');
  response.writeHead(drs.status).end(JSON.stringify({ items: [] }));
});

beforeEach(() => {
  Object.assign(drs, { status: 200, ahead: 0, isDrs: true });
});

function open() {
  const door = openDoor({ clock: { now: () => NOW } });
  return {
    offset: () => door.clockOffset.milliseconds,
    read: () => describeRecoveryInstances(door),
  };
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
