import { beforeEach, expect, it } from 'vitest';
import { describeRecoveryInstances } from './recovery-instances';
import { answeringDrs } from './testing/drs-server';

const NOW = new Date('2026-11-24T10:00:00Z');
const MINUTE = 60_000;

/** How DRS answers: its status, how far its clock is ahead, and whether it is DRS that answers. */
const answers = { status: 200, ahead: 0, isDrs: true };
const createClients = answeringDrs((request, response) => {
  request.resume();
  response.setHeader('Date', new Date(NOW.getTime() + answers.ahead).toUTCString());
  if (answers.isDrs) response.setHeader('x-amzn-RequestId', '0f6c1f0e');
  response.setHeader('Content-Type', 'application/json');
  response.writeHead(answers.status).end(JSON.stringify({ items: [] }));
});

beforeEach(() => {
  Object.assign(answers, { status: 200, ahead: 0, isDrs: true });
});

function open() {
  const drs = createClients({ clock: { now: () => NOW } });
  return {
    offset: () => drs.clockOffset.milliseconds,
    read: () => describeRecoveryInstances(drs),
  };
}

it('is not known before DRS has answered', () => {
  expect(open().offset()).toBeUndefined();
});

it('is how far the Date of an answer is from our own clock', async () => {
  const { read, offset } = open();
  answers.ahead = 10 * MINUTE;
  await read();
  expect(offset()).toBe(10 * MINUTE);
});

it('stays the same while answers differ by a second, and follows when a clock is set', async () => {
  const { read, offset } = open();
  answers.ahead = 10 * MINUTE;
  await read();
  answers.ahead += 1_000;
  await read();
  expect(offset()).toBe(10 * MINUTE);
  answers.ahead = 0;
  await read();
  expect(offset()).toBe(0);
});

it('is taken from a refusal of DRS too, but not from what stands before it', async () => {
  const { read, offset } = open();
  answers.ahead = 10 * MINUTE;
  answers.status = 400;
  await expect(read()).rejects.toMatchObject({ $metadata: { httpStatusCode: 400 } });
  expect(offset()).toBe(10 * MINUTE);
  answers.isDrs = false;
  answers.ahead = 0;
  await expect(read()).rejects.toMatchObject({ $metadata: { httpStatusCode: 400 } });
  expect(offset()).toBe(10 * MINUTE);
});
