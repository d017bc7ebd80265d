import {
  DescribeJobsCommand,
  DescribeRecoveryInstancesCommand,
  DescribeSourceServersCommand,
  paginateDescribeJobs,
  paginateDescribeRecoveryInstances,
  paginateDescribeSourceServers,
} from '@aws-sdk/client-drs';
import { describe, expect, it } from 'vitest';
import { Target, aim, isSimulated } from './target';

const target = aim();
const INVALID = { name: 'ValidationException', reason: 'other' };

async function gather<Page, Item>(pages: AsyncIterable<Page>, itemsOf: (page: Page) => Item[]) {
  const lists: Item[][] = [];
  for await (const page of pages) lists.push(itemsOf(page));
  return lists;
}

describe('pages', () => {
  it.each([1, 7, 59, 60, 61, 5_000])('of %i add up to the whole', async (pageSize) => {
    const client = target.drs;
    const whole = await target.fleet();
    const lists = await gather(
      paginateDescribeRecoveryInstances({ client, pageSize }, {}),
      (page) => (page.items ?? []).map((item) => item.recoveryInstanceID),
    );
    expect(lists.flat()).toEqual(whole.map((item) => item.recoveryInstanceID));
    expect(lists.slice(0, -1).every((list) => list.length === Math.min(pageSize, 1_000))).toBe(
      true,
    );
  });

  it('of source servers and of jobs do as well', async () => {
    const client = target.drs;
    const servers = await gather(
      paginateDescribeSourceServers({ client, pageSize: 13 }, {}),
      (page) => (page.items ?? []).map((item) => item.sourceServerID),
    );
    expect(new Set(servers.flat()).size).toBe(servers.flat().length);
    const jobs = await gather(paginateDescribeJobs({ client, pageSize: 1 }, {}), (page) =>
      (page.items ?? []).map((item) => item.jobID),
    );
    const { items = [] } = await client.send(new DescribeJobsCommand({}));
    expect(jobs.flat()).toEqual(items.map((item) => item.jobID));
  });

  it.skipIf(!isSimulated)('hold 100 unless it is said, and 1,000 at most', async () => {
    const large = new Target({ servers: 1_200 });
    await large.open();
    const count = async (maxResults?: number) => {
      const input = maxResults === undefined ? {} : { maxResults };
      const { items } = await large.drs.send(new DescribeRecoveryInstancesCommand(input));
      return items?.length;
    };
    expect(await count()).toBe(100);
    expect(await count(2_000)).toBe(1_000);
    await large.close();
  });
});

describe('a token', () => {
  const tokenFor = async (filters = {}) => {
    const { nextToken } = await target.drs.send(
      new DescribeRecoveryInstancesCommand({ filters, maxResults: 1 }),
    );
    return nextToken ?? '';
  };

  it('is refused when it was made up or changed', async () => {
    const token = (await tokenFor()) ?? 'none';
    for (const nextToken of ['bm90IG1pbmU', 'x', `${token}A`, token.slice(1)]) {
      const refused = target.drs.send(
        new DescribeRecoveryInstancesCommand({ filters: {}, nextToken }),
      );
      await expect(refused).rejects.toMatchObject(INVALID);
    }
  });

  it.skipIf(!isSimulated)(
    'is refused for other filters, another list and another account',
    async () => {
      const nextToken = await tokenFor();
      const sourceServerIDs = (await target.fleet()).flatMap((item) => item.sourceServerID ?? []);
      for (const refused of [
        target.drs.send(
          new DescribeRecoveryInstancesCommand({ filters: { sourceServerIDs }, nextToken }),
        ),
        target.drs.send(new DescribeSourceServersCommand({ filters: {}, nextToken })),
        target
          .connect({ accessKeyId: 'ANOTHER' })
          .send(new DescribeRecoveryInstancesCommand({ filters: {}, nextToken })),
        target
          .connect({}, 'us-east-1')
          .send(new DescribeRecoveryInstancesCommand({ filters: {}, nextToken })),
      ]) {
        await expect(refused).rejects.toMatchObject(INVALID);
      }
    },
  );
});

describe.skipIf(!isSimulated)('the fleet', () => {
  it('is sixty servers in every failback state and every replication state', async () => {
    const items = await target.fleet();
    expect(items).toHaveLength(60);
    expect(new Set(items.map((item) => item.failback?.state)).size).toBe(7);
    expect(new Set(items.map((item) => item.dataReplicationInfo?.dataReplicationState)).size).toBe(
      12,
    );
    expect(new Set(items.map((item) => item.recoveryInstanceID)).size).toBe(60);
    expect(items.some((item) => item.isDrill)).toBe(true);
  });

  it('is the same for the same seed, and apart for each access key and Region', async () => {
    const ids = (items: Awaited<ReturnType<typeof target.fleet>>) =>
      items.map((item) => item.recoveryInstanceID);
    const here = await target.fleet();
    expect(ids(await target.fleet(target.connect({ accessKeyId: 'ANOTHER' })))).toEqual(ids(here));
    expect(ids(await target.fleet(target.connect({}, 'us-east-1')))).not.toEqual(ids(here));
    const other = new Target({ seed: 2 });
    await other.open();
    expect(ids(await other.fleet())).not.toEqual(ids(here));
    await other.close();
  });

  it('is narrowed by instance and by source server', async () => {
    const [first, second] = await target.fleet();
    const found = async (filters: object) => {
      const { items } = await target.drs.send(new DescribeRecoveryInstancesCommand({ filters }));
      return items?.map((item) => item.recoveryInstanceID);
    };
    const recoveryInstanceIDs = [first?.recoveryInstanceID, 'i-00000000'];
    expect(await found({ recoveryInstanceIDs })).toEqual([first?.recoveryInstanceID]);
    const sourceServerIDs = [second?.sourceServerID];
    expect(await found({ sourceServerIDs })).toEqual([second?.recoveryInstanceID]);
    expect(await found({ recoveryInstanceIDs, sourceServerIDs })).toEqual([]);
  });
});

describe.skipIf(!isSimulated)('timestamps', () => {
  it('can be written as the model asks for them', async () => {
    const modelled = new Target({ timestamps: 'model' });
    await modelled.open();
    const [item] = await modelled.fleet();
    const { items } = await modelled.drs.send(new DescribeJobsCommand({}));
    for (const time of [
      item?.pointInTimeSnapshotDateTime,
      item?.failback?.firstByteDateTime,
      items?.[0]?.creationDateTime,
      items?.[0]?.endDateTime,
    ]) {
      expect(time).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z$/);
    }
    await modelled.close();
  });
});
