import {
  DescribeJobLogItemsCommand,
  DescribeJobsCommand,
  DescribeRecoveryInstancesCommand,
  DescribeRecoverySnapshotsCommand,
  DrsClient,
  ListTagsForResourceCommand,
  StartFailbackLaunchCommand,
  TagResourceCommand,
  UntagResourceCommand,
  paginateDescribeRecoveryInstances,
} from '@aws-sdk/client-drs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Simulator, startSimulator } from './server';

let simulator: Simulator;
let drs: DrsClient;

const connect = (
  accessKeyId = 'HOMEWARDTEST',
  secretAccessKey = 'homeward-simulator',
  region = 'eu-west-1',
) =>
  new DrsClient({
    endpoint: simulator.url,
    region,
    maxAttempts: 1,
    credentials: { accessKeyId, secretAccessKey },
  });

beforeEach(async () => {
  simulator = await startSimulator({ port: 0, speed: 0 });
  drs = connect();
});
afterEach(() => simulator.close());

async function fleet(client = drs) {
  const pages = paginateDescribeRecoveryInstances({ client, pageSize: 25 }, {});
  const items = [];
  for await (const page of pages) items.push(...(page.items ?? []));
  return items;
}

async function ready() {
  return (await fleet()).filter(
    (item) =>
      item.originEnvironment === 'ON_PREMISES' &&
      item.failback?.state === 'FAILBACK_READY_FOR_LAUNCH',
  );
}

const idsOf = (items: Awaited<ReturnType<typeof fleet>>) =>
  items.map((item) => item.recoveryInstanceID ?? '');
const launch = (recoveryInstanceIDs: string[], tags?: Record<string, string>) =>
  drs.send(new StartFailbackLaunchCommand({ recoveryInstanceIDs, ...(tags ? { tags } : {}) }));
const tell = (path: string, body: unknown) =>
  fetch(`${simulator.url}/_simulator/${path}`, { method: 'POST', body: JSON.stringify(body) });
const ask = async (path: string) => (await fetch(`${simulator.url}/_simulator/${path}`)).json();

describe('the fleet', () => {
  it('is sixty servers in every failback state and every replication state, on all pages', async () => {
    const items = await fleet();
    expect(items).toHaveLength(60);
    expect(new Set(items.map((item) => item.failback?.state)).size).toBe(7);
    expect(new Set(items.map((item) => item.dataReplicationInfo?.dataReplicationState)).size).toBe(
      12,
    );
    expect(new Set(idsOf(items)).size).toBe(60);
    expect(items.some((item) => item.isDrill)).toBe(true);
  });

  it('is the same for the same seed, and apart for each access key and Region', async () => {
    await launch(idsOf(await ready()).slice(0, 1));
    const elsewhere = await connect('ANOTHERKEY').send(new DescribeJobsCommand({ filters: {} }));
    const here = await drs.send(new DescribeJobsCommand({ filters: {} }));
    expect(here.items).toHaveLength((elsewhere.items?.length ?? 0) + 1);
    expect(idsOf(await fleet(connect('ANOTHERKEY')))).toEqual(idsOf(await fleet()));
  });

  it('can be asked for by id, and refuses a token that it did not give', async () => {
    const [id = ''] = idsOf(await fleet());
    const one = await drs.send(
      new DescribeRecoveryInstancesCommand({ filters: { recoveryInstanceIDs: [id] } }),
    );
    expect(idsOf(one.items ?? [])).toEqual([id]);
    const tampered = new DescribeRecoveryInstancesCommand({ nextToken: 'bm90IG1pbmU' });
    await expect(drs.send(tampered)).rejects.toMatchObject({ name: 'ValidationException' });
  });
});

describe('a launch', () => {
  it('runs to its end on the clock, and the servers that say so fail', async () => {
    const servers = await ready();
    const named = servers.filter((item) =>
      item.recoveryInstanceProperties?.identificationHints?.hostname?.includes('-fails-'),
    );
    expect(named).toHaveLength(2);
    const { job } = await launch(idsOf([...named, ...servers.slice(0, 3)]), { wave: '2' });
    expect(job).toMatchObject({
      status: 'PENDING',
      type: 'LAUNCH',
      initiatedBy: 'FAILBACK',
      tags: { wave: '2' },
      participatingResources: [],
    });
    expect(job?.creationDateTime).toMatch(/\.\d{6}\+00:00$/);
    expect(job?.participatingServers?.[0]).toMatchObject({
      launchStatus: 'PENDING',
      launchActionsStatus: { runs: [] },
    });

    const look = async () =>
      (await drs.send(new DescribeJobsCommand({ filters: { jobIDs: [job?.jobID ?? ''] } })))
        .items?.[0];
    await tell('clock', { stepSeconds: 3 });
    expect((await look())?.status).toBe('STARTED');
    await tell('clock', { stepSeconds: 1_200 });
    const ended = await look();
    expect(ended?.status).toBe('COMPLETED');
    const statuses = ended?.participatingServers?.map((server) => server.launchStatus).toSorted();
    expect(statuses?.filter((status) => status === 'FAILED')).toHaveLength(2);

    const { items: log } = await drs.send(new DescribeJobLogItemsCommand({ jobID: job?.jobID }));
    const events = log?.map((item) => item.event);
    expect(events?.[0]).toBe('JOB_START');
    expect(events?.at(-1)).toBe('JOB_END');
    expect(events).toEqual(
      expect.arrayContaining(['CONVERSION_FAIL', 'LAUNCH_FAILED', 'LAUNCH_END']),
    );
    const failure = log?.find((item) => item.event === 'LAUNCH_FAILED');
    expect(failure?.eventData?.rawError).toMatch(/boot device/);

    const after = await fleet();
    const stateOf = (id: string | undefined) =>
      after.find((item) => item.recoveryInstanceID === id)?.failback?.state;
    expect(stateOf(named[0]?.recoveryInstanceID)).toBe('FAILBACK_ERROR');
    expect(after.filter((item) => item.failback?.failbackJobID === job?.jobID)).toHaveLength(5);
  });

  it.each<[string, string[] | undefined, string]>([
    ['no ids', [], 'between 1 and 200'],
    ['absent ids', undefined, 'must not be null'],
    [
      '201 ids',
      Array.from({ length: 201 }, (_, index) => `i-${String(index).padStart(8, '0')}`),
      'length 201',
    ],
    ['a malformed id', ['server-one'], 'regular expression'],
    ['an unknown id', ['i-00000000'], 'not found'],
  ])('with %s is a ValidationException', async (_, ids, words) => {
    await expect(launch(ids as string[])).rejects.toMatchObject({
      name: 'ValidationException',
      message: expect.stringContaining(words),
      $metadata: { httpStatusCode: 400 },
    });
  });

  it('refuses tags over 256 characters without echoing them', async () => {
    const secret = 'k'.repeat(257);
    const refused = launch(idsOf(await ready()).slice(0, 1), { [secret]: '' });
    await expect(refused).rejects.toMatchObject({ name: 'ValidationException' });
    await expect(refused).rejects.not.toMatchObject({ message: expect.stringContaining(secret) });
  });

  it('is a conflict for a server in a job, in the wrong state or from AWS, and then launches none', async () => {
    const servers = await fleet();
    const [first = '', second = ''] = idsOf(await ready());
    await launch([first]);
    await expect(launch([second, first])).rejects.toMatchObject({
      name: 'ConflictException',
      $metadata: { httpStatusCode: 409 },
    });
    for (const wrong of [
      servers.find((item) => item.failback?.state === 'FAILBACK_NOT_STARTED'),
      servers.find((item) => item.originEnvironment === 'AWS'),
    ]) {
      await expect(launch([second, wrong?.recoveryInstanceID ?? ''])).rejects.toMatchObject({
        name: 'ConflictException',
      });
    }
    expect((await ask('effects')).launches).toEqual({ [first]: 1 });
  });

  it('of more than a hundred servers exceeds the quota of a job', async () => {
    await simulator.close();
    simulator = await startSimulator({ port: 0, speed: 0, servers: 400 });
    drs = connect();
    await expect(launch(idsOf(await ready()).slice(0, 101))).rejects.toMatchObject({
      name: 'ServiceQuotaExceededException',
      quotaCode: 'L-B827C881',
      $metadata: { httpStatusCode: 402 },
    });
  });
});

describe('tags of a resource', () => {
  it('are set, listed and taken away under an encoded ARN', async () => {
    const { job } = await launch(idsOf(await ready()).slice(0, 1), { wave: '2' });
    const resourceArn = job?.arn ?? '';
    await drs.send(new TagResourceCommand({ resourceArn, tags: { 'a b': 'c/d' } }));
    await drs.send(new UntagResourceCommand({ resourceArn, tagKeys: ['wave'] }));
    const { tags } = await drs.send(new ListTagsForResourceCommand({ resourceArn }));
    expect(tags).toEqual({ 'a b': 'c/d' });
  });
});

describe('the wire', () => {
  it('refuses a wrong secret, an unsigned request and what is not simulated', async () => {
    const wrong = connect('HOMEWARDTEST', 'another-secret').send(new DescribeJobsCommand({}));
    await expect(wrong).rejects.toMatchObject({ name: 'InvalidSignatureException' });
    const unsigned = await fetch(`${simulator.url}/DescribeJobs`, { method: 'POST', body: '{}' });
    expect(unsigned.status).toBe(403);
    expect(unsigned.headers.get('x-amzn-errortype')).toBe('MissingAuthenticationTokenException');
    const other = drs.send(
      new DescribeRecoverySnapshotsCommand({ sourceServerID: 's-12345678901234567' }),
    );
    await expect(other).rejects.toMatchObject({ name: 'NotSimulatedException' });
  });

  it('knows a Region that was never initialised', async () => {
    const request = connect('UNINITIALIZED').send(new DescribeJobsCommand({}));
    await expect(request).rejects.toMatchObject({ name: 'UninitializedAccountException' });
  });

  it.each([
    ['throttle', 'ThrottlingException'],
    ['quota', 'ServiceQuotaExceededException'],
    ['conflict', 'ConflictException'],
    ['internal-error', 'InternalServerException'],
    ['html-502', 'SyntaxError'],
    ['reset', 'TimeoutError'],
    ['commit-then-drop', 'TimeoutError'],
    ['commit-then-500', 'InternalServerException'],
  ])('can be made to fail: %s', async (kind, name) => {
    const ids = idsOf(await ready()).slice(0, 1);
    await tell('faults', { operation: 'StartFailbackLaunch', kind, count: 1 });
    await expect(launch(ids)).rejects.toMatchObject({ name });
    const committed = kind.startsWith('commit');
    expect(Object.keys((await ask('effects')).launches)).toEqual(committed ? ids : []);
    expect((await ask('calls?operation=StartFailbackLaunch')).calls).toHaveLength(1);
  });
});
