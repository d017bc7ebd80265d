import type { Socket } from 'node:net';
import { beforeEach, expect, it } from 'vitest';
import { startFailbackLaunch } from './failback-launch';
import { describeRecoveryInstances } from './recovery-instances';
import { answeringDrs } from './testing/drs-server';

const HOUR = 60 * 60_000;

const connections = new Set<Socket>();
/** How far the clock of DRS is ahead of ours, in milliseconds. */
let ahead: number;
/** When the calls were signed, as each says itself: 20261124T100000Z. */
let signed: string[];
/** What is left to answer, the next one first; then a job. */
const answers: object[] = [];
const createClients = answeringDrs((request, response) => {
  connections.add(request.socket);
  signed.push(String(request.headers['x-amz-date']));
  response.setHeader('Date', new Date(Date.now() + ahead).toUTCString());
  request.resume();
  response.setHeader('Content-Type', 'application/json');
  const answer = answers.shift() ?? { job: { jobID: 'drsjob-4f1c7a02be6d93a8c' } };
  response.end(JSON.stringify(answer));
});

beforeEach(() => {
  connections.clear();
  ahead = 0;
  signed = [];
});

it('sends each launch on a connection of its own, which nobody can have closed meanwhile', async () => {
  const drs = createClients();
  await startFailbackLaunch(drs, ['i-0a41f7c2d9e8b3a16'], {}, () => undefined);
  await startFailbackLaunch(drs, ['i-0a41f7c2d9e8b3a17'], {}, () => undefined);
  expect(connections.size).toBe(2);
});

it('reads all pages of a list on one connection', async () => {
  answers.push(
    { items: [{ recoveryInstanceID: 'i-0a41f7c2d9e8b3a16' }], nextToken: 'next' },
    { items: [{ recoveryInstanceID: 'i-0a41f7c2d9e8b3a17' }] },
  );
  const instances = await describeRecoveryInstances(createClients());
  expect(instances).toHaveLength(2);
  expect(connections.size).toBe(1);
});

it.each([-HOUR, HOUR])(
  'signs its first launch by the clock of DRS, as its readings have found it (%i ms off)',
  async (offset) => {
    ahead = offset;
    const drs = createClients();
    await describeRecoveryInstances(drs);
    await startFailbackLaunch(drs, ['i-0a41f7c2d9e8b3a16'], {}, () => undefined);
    const [first = NaN, second = NaN] = signed.map((date) =>
      Date.parse(date.replace(/(....)(..)(..)T(..)(..)(..)Z/, '$1-$2-$3T$4:$5:$6Z')),
    );
    expect(Math.abs(second - first - offset)).toBeLessThan(5_000);
  },
);
