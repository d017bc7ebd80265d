import {
  DeleteJobCommand,
  DescribeJobLogItemsCommand,
  DescribeJobsCommand,
  type DescribeJobsRequestFilters,
  StartFailbackLaunchCommand,
  TerminateRecoveryInstancesCommand,
} from '@aws-sdk/client-drs';
import { describe, expect, it } from 'vitest';
import { Target, aim, isSimulated } from './target';

const target = aim();
const QUOTA = { name: 'ServiceQuotaExceededException', $metadata: { httpStatusCode: 402 } };

const launch = (recoveryInstanceIDs: string[], client = target.drs) =>
  client.send(new StartFailbackLaunchCommand({ recoveryInstanceIDs }));
async function jobIDs(filters: DescribeJobsRequestFilters = {}) {
  const { items = [] } = await target.drs.send(new DescribeJobsCommand({ filters }));
  return items.map(({ jobID }) => jobID);
}

describe.skipIf(!isSimulated)('the list of jobs', () => {
  it('is newest first, and can be narrowed by id and by time of creation', async () => {
    const before = await jobIDs();
    const [one = '', two = ''] = await target.ready();
    const first = (await launch([one])).job?.jobID ?? '';
    await target.step(60);
    const { now } = await target.ask('state');
    const second = (await launch([two])).job?.jobID ?? '';
    expect(await jobIDs()).toEqual([second, first, ...before]);
    expect(await jobIDs({ jobIDs: [first, 'drsjob-00000000000000000'] })).toEqual([first]);
    expect(await jobIDs({ fromDate: now })).toEqual([second]);
    expect(await jobIDs({ toDate: now })).toEqual([second, first, ...before]);
    const earlier = new Date(Date.parse(now) - 1).toISOString();
    expect(await jobIDs({ toDate: earlier })).toEqual([first, ...before]);
    expect(await jobIDs({ fromDate: now, toDate: earlier })).toEqual([]);
  });

  it('has the history of the recovery, with what it launched', async () => {
    const { items = [] } = await target.drs.send(new DescribeJobsCommand({}));
    const recovery = items.find(({ initiatedBy }) => initiatedBy === 'START_RECOVERY');
    expect(recovery?.status).toBe('COMPLETED');
    const [instance] = await target.fleet();
    expect(instance?.jobID).toBe(recovery?.jobID);
    expect(recovery?.participatingServers).toContainEqual(
      expect.objectContaining({
        sourceServerID: instance?.sourceServerID,
        launchStatus: 'LAUNCHED',
      }),
    );
  });
});

describe.skipIf(!isSimulated)('the log of a job', () => {
  it('grows with time, oldest first, and is empty for a job that nobody knows', async () => {
    const { job } = await launch((await target.ready()).slice(0, 3));
    const read = async () => {
      const { items = [] } = await target.drs.send(
        new DescribeJobLogItemsCommand({ jobID: job?.jobID, maxResults: 1_000 }),
      );
      return items;
    };
    let before = await read();
    expect(before).toEqual([]);
    for (let minute = 0; minute < 12; minute += 1) {
      await target.step(60);
      const now = await read();
      expect(now.slice(0, before.length)).toEqual(before);
      before = now;
    }
    const times = before.map(({ logDateTime }) => logDateTime ?? '');
    expect(times).toEqual(times.toSorted());
    expect(before).toHaveLength(2 + 3 * 4);
    const unknown = new DescribeJobLogItemsCommand({ jobID: 'drsjob-00000000000000000' });
    expect((await target.drs.send(unknown)).items).toEqual([]);
  });
});

describe.skipIf(!isSimulated)('a job', () => {
  it('is deleted once it is completed, and its servers stay what they became', async () => {
    const [id = ''] = await target.ready();
    const jobID = (await launch([id])).job?.jobID ?? '';
    const remove = () => target.drs.send(new DeleteJobCommand({ jobID }));
    await expect(remove()).rejects.toMatchObject({
      name: 'ConflictException',
      resourceId: jobID,
      resourceType: 'job',
    });
    await target.step(1_200);
    expect((await remove()).$metadata.httpStatusCode).toBe(204);
    expect(await jobIDs({ jobIDs: [jobID] })).toEqual([]);
    await expect(remove()).rejects.toMatchObject({
      name: 'ResourceNotFoundException',
      resourceType: 'job',
    });
    expect((await target.instance(id))?.failback?.state).toBe('FAILBACK_COMPLETED');
  });
});

describe.skipIf(!isSimulated)('the quotas', () => {
  it('are 100 servers in a job, 500 in all jobs and 20 jobs', async () => {
    const large = new Target({ servers: 1_000 });
    await large.open();
    const ids = await large.ready();
    await expect(launch(ids.slice(0, 101), large.drs)).rejects.toMatchObject({
      ...QUOTA,
      serviceCode: 'drs',
      quotaCode: 'L-B827C881',
      resourceType: 'job',
    });
    for (let from = 0; from < 500; from += 100)
      await launch(ids.slice(from, from + 100), large.drs);
    await expect(launch(ids.slice(500, 501), large.drs)).rejects.toMatchObject({
      ...QUOTA,
      quotaCode: 'L-05AFA8C6',
    });
    await large.step(1_200);
    for (let job = 0; job < 20; job += 1) await launch(ids.slice(500 + job, 501 + job), large.drs);
    await expect(launch(ids.slice(520, 521), large.drs)).rejects.toMatchObject({
      ...QUOTA,
      quotaCode: 'L-D88FAC3A',
    });
    await large.close();
  });

  it('can be set, count every kind of job, and come before the state', async () => {
    const quotas = { serversPerJob: 2, jobsAtOnce: 2, serversInAllJobs: 3 };
    const small = new Target({ quotas });
    await small.open();
    const [first = '', second = '', third = '', fourth = ''] = await small.ready();
    const [done = ''] = await small.idsIn('FAILBACK_COMPLETED');
    await expect(launch([first, second, third], small.drs)).rejects.toMatchObject(QUOTA);
    await launch([first, second], small.drs);
    await expect(launch([third, fourth], small.drs)).rejects.toMatchObject({
      ...QUOTA,
      quotaCode: 'L-05AFA8C6',
    });
    await small.drs.send(new TerminateRecoveryInstancesCommand({ recoveryInstanceIDs: [done] }));
    await expect(launch([first], small.drs)).rejects.toMatchObject({
      ...QUOTA,
      quotaCode: 'L-D88FAC3A',
    });
    await small.close();
  });

  it('of calls a second are off unless they are set', async () => {
    const slow = new Target({ requestsPerSecond: 2 });
    await slow.open();
    const look = () => slow.drs.send(new DescribeJobsCommand({}));
    await look();
    await look();
    await expect(look()).rejects.toMatchObject({
      name: 'ThrottlingException',
      $metadata: { httpStatusCode: 429 },
    });
    await slow.step(1);
    await look();
    await slow.close();
  });
});
