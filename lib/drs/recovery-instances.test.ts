import { DescribeRecoveryInstancesCommand } from '@aws-sdk/client-drs';
import { json } from 'node:stream/consumers';
import { beforeEach, expect, it } from 'vitest';
import { toDrsProblem } from './errors';
import { describeRecoveryInstances } from './recovery-instances';
import { answeringDrs } from './testing/drs-server';

let status = 200;
/** What is left to answer, the next one first; the last one again and again. */
const answers: string[] = [];
/** The tokens of the pages that were asked for. */
const tokens: unknown[] = [];
const createClients = answeringDrs(async (request, response) => {
  const { nextToken } = (await json(request)) as { nextToken?: string };
  tokens.push(nextToken);
  response.writeHead(status, {
    'Content-Type': 'application/json',
    'x-amzn-RequestId': 'f3a1c0de-0000-4000-8000-000000000000',
  });
  response.end(answers.length > 1 ? answers.shift() : answers[0]);
});

beforeEach(() => {
  status = 200;
  answers.length = 0;
  tokens.length = 0;
});

const ID = 'i-0a41f7c2d9e8b3a16';

/** As DRS lists it, with null wherever something can be absent, and with members of a later version. */
const ODD = {
  recoveryInstanceID: ID,
  arn: null,
  isDrill: false,
  madeUpLater: { recoveryInstanceID: ID },
  failback: { state: 'FAILBACK_READY_FOR_LAUNCH', failbackJobID: null, madeUpLater: 'secret' },
  dataReplicationInfo: {
    lagDuration: null,
    replicatedDisks: [null, { deviceName: '/dev/sda', backloggedStorageBytes: 0 }],
    dataReplicationInitiation: { startDateTime: null, steps: [{ name: 'WAIT', status: null }] },
    dataReplicationError: null,
  },
  recoveryInstanceProperties: {
    networkInterfaces: [{ macAddress: null, ips: ['10.0.0.7', null], isPrimary: true }],
    disks: null,
    cpus: [null],
  },
  tags: { wave: '2', owner: null },
};

it('leaves out what is null and what the contract does not name, wherever it is', async () => {
  answers.push(JSON.stringify({ items: [null, ODD], nextToken: null }));
  expect(await describeRecoveryInstances(createClients())).toEqual([
    {
      recoveryInstanceID: ID,
      isDrill: false,
      failback: { state: 'FAILBACK_READY_FOR_LAUNCH' },
      dataReplicationInfo: {
        replicatedDisks: [{ deviceName: '/dev/sda', backloggedStorageBytes: 0 }],
        dataReplicationInitiation: { steps: [{ name: 'WAIT' }] },
      },
      recoveryInstanceProperties: {
        networkInterfaces: [{ ips: ['10.0.0.7'], isPrimary: true }],
        cpus: [],
      },
      tags: { wave: '2' },
    },
  ]);
});

it('reads a list to its end, whether its token comes first or last', async () => {
  const first = { recoveryInstanceID: ID };
  const second = { recoveryInstanceID: 'i-0a41f7c2d9e8b3a17', tags: { a: ',"nextToken":"b"}' } };
  const third = { recoveryInstanceID: 'i-0a41f7c2d9e8b3a18' };
  answers.push(
    JSON.stringify({ items: [first], nextToken: 'to the second' }),
    JSON.stringify({ nextToken: 'to the third', items: [second] }),
    JSON.stringify({ items: [third] }),
  );
  expect(await describeRecoveryInstances(createClients())).toEqual([first, second, third]);
  expect(tokens).toEqual([undefined, 'to the second', 'to the third']);
});

it.each([
  '',
  '[]',
  '"items"',
  '<html></html>',
  '{"items":{}}',
  '{"items":["i-0a41f7c2d9e8b3a16"]}',
  '{"items":[{"recoveryInsta',
  '{"items":[],"nextToken":0}',
  '{"items":[],"nextToken":{}}',
  `{"items":[{"recoveryInstanceID":"${ID}","tags":"wave"}]}`,
  `{"items":[{"recoveryInstanceID":"${ID}","recoveryInstanceProperties":{"disks":{}}}]}`,
])('takes no list from an answer that is none: %s', async (body) => {
  answers.push(body);
  const read = describeRecoveryInstances(createClients());
  await expect(read.catch(toDrsProblem)).resolves.toMatchObject({ code: 'drs-unreadable-answer' });
});

it('takes a failure for what the SDK takes it for', async () => {
  status = 429;
  answers.push('{"__type":"ThrottlingException","message":"Rate exceeded"}');
  const ofSdk = await createClients()
    .polls.send(new DescribeRecoveryInstancesCommand({}))
    .catch((error) => error);
  const ours = await describeRecoveryInstances(createClients()).catch((error: unknown) => error);
  expect(ours).toMatchObject({ name: 'ThrottlingException', $metadata: { httpStatusCode: 429 } });
  expect(ours).toEqual(ofSdk);
});
