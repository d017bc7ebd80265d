import {
  DescribeJobLogItemsCommand,
  DescribeJobsCommand,
  StartFailbackLaunchCommand,
} from '@aws-sdk/client-drs';
import { describe, expect, it } from 'vitest';
import { aim, isSimulated } from './target';

const target = aim();
const CONFLICT = { name: 'ConflictException', $metadata: { httpStatusCode: 409 } };

const launch = (recoveryInstanceIDs: string[], tags?: Record<string, string>) =>
  target.drs.send(
    new StartFailbackLaunchCommand({ recoveryInstanceIDs, ...(tags ? { tags } : {}) }),
  );
const boot = (id: string) => target.tell('events', { bootClients: { recoveryInstanceIDs: [id] } });
const lose = (id: string) => target.tell('events', { loseClients: { recoveryInstanceIDs: [id] } });

async function jobOf(jobID = '') {
  const { items } = await target.drs.send(
    new DescribeJobsCommand({ filters: { jobIDs: [jobID] } }),
  );
  return items?.[0];
}

async function logOf(jobID = '') {
  const { items = [] } = await target.drs.send(new DescribeJobLogItemsCommand({ jobID }));
  return items;
}

const bytes = (disks: { replicatedStorageBytes?: number | undefined }[] = []) =>
  disks.reduce((sum, disk) => sum + (disk.replicatedStorageBytes ?? 0), 0);

describe.skipIf(!isSimulated)('the failback of a server that came from the premises', () => {
  it('goes from the failback client over pairing and copying to the launch, and is completed', async () => {
    const [id = ''] = await target.idsIn('FAILBACK_NOT_STARTED');
    expect((await target.instance(id))?.failback?.failbackClientID).toBeUndefined();
    await expect(launch([id])).rejects.toMatchObject(CONFLICT);

    await boot(id);
    const states: string[] = [];
    const moved: number[] = [];
    const steps: string[] = [];
    for (let look = 0; look < 300; look += 1) {
      const { failback, dataReplicationInfo: replication } = (await target.instance(id)) ?? {};
      const state = `${failback?.state} ${replication?.dataReplicationState}`;
      if (states.at(-1) !== state) states.push(state);
      moved.push(bytes(replication?.replicatedDisks));
      const step = replication?.dataReplicationInitiation?.steps?.find(
        ({ status }) => status === 'IN_PROGRESS',
      );
      if (step?.name && steps.at(-1) !== step.name) steps.push(step.name);
      if (failback?.state === 'FAILBACK_READY_FOR_LAUNCH') break;
      await target.step(15);
    }
    expect(states.map((state) => state.split(' ')[1])).toEqual([
      'INITIATING',
      expect.stringMatching(/^(RESCAN|INITIAL_SYNC)$/),
      'CREATING_SNAPSHOT',
      'CONTINUOUS',
    ]);
    expect(steps).toEqual([
      'LINK_FAILBACK_CLIENT_WITH_RECOVERY_INSTANCE',
      'COMPLETE_VOLUME_MAPPING',
      'ESTABLISH_RECOVERY_INSTANCE_COMMUNICATION',
      'DOWNLOAD_REPLICATION_SOFTWARE_TO_FAILBACK_CLIENT',
      'CONFIGURE_REPLICATION_SOFTWARE',
      'PAIR_AGENT_WITH_REPLICATION_SOFTWARE',
      'ESTABLISH_AGENT_REPLICATOR_SOFTWARE_COMMUNICATION',
    ]);
    expect(moved).toEqual(moved.toSorted((one, other) => one - other));
    expect(new Set(moved).size).toBeGreaterThan(10);

    const { job } = await launch([id], { change: 'CHG-20418' });
    expect(job).toMatchObject({
      jobID: expect.stringMatching(/^drsjob-[0-9a-f]{17}$/),
      arn: expect.stringMatching(/^arn:aws:drs:eu-west-1:\d{12}:job\/drsjob-/),
      type: 'LAUNCH',
      initiatedBy: 'FAILBACK',
      status: 'PENDING',
      tags: { change: 'CHG-20418' },
      participatingResources: [],
      participatingServers: [
        { recoveryInstanceID: id, launchStatus: 'PENDING', launchActionsStatus: { runs: [] } },
      ],
    });
    expect(job?.creationDateTime).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}\+00:00$/);
    expect(job?.endDateTime).toBeUndefined();
    expect((await target.instance(id))?.failback).toMatchObject({
      state: 'FAILBACK_READY_FOR_LAUNCH',
      failbackJobID: job?.jobID,
    });

    await target.step(3);
    expect((await jobOf(job?.jobID))?.status).toBe('STARTED');
    await target.step(1_200);
    expect(await jobOf(job?.jobID)).toMatchObject({
      status: 'COMPLETED',
      endDateTime: expect.stringMatching(/\+00:00$/),
      participatingServers: [{ recoveryInstanceID: id, launchStatus: 'LAUNCHED' }],
    });
    const log = await logOf(job?.jobID);
    expect(log.map(({ event }) => event as string)).toEqual([
      'JOB_START',
      'CONVERSION_START',
      'CONVERSION_END',
      'LAUNCH_START',
      'LAUNCH_END',
      'JOB_END',
    ]);
    expect(await target.instance(id)).toMatchObject({
      ec2InstanceState: 'RUNNING',
      failback: { state: 'FAILBACK_COMPLETED', failbackJobID: job?.jobID },
      dataReplicationInfo: { dataReplicationState: 'STOPPED', lagDuration: 'P0D' },
    });
    await expect(launch([id])).rejects.toMatchObject(CONFLICT);
  });

  it('fails at conversion or at launch where the name of the server says so, and is completed elsewhere', async () => {
    const fleet = await target.fleet();
    const named = (end: string) =>
      fleet.find((item) => item.tags?.Name?.endsWith(end))?.recoveryInstanceID ?? '';
    const [good = ''] = await target.ready();
    const ids = [named('-fails-conversion'), named('-fails-launch'), good];
    const { job } = await launch(ids);
    await target.step(1_200);
    const ended = await jobOf(job?.jobID);
    expect(ended?.status).toBe('COMPLETED');
    expect(ended?.participatingServers?.map(({ launchStatus }) => launchStatus)).toEqual([
      'FAILED',
      'FAILED',
      'LAUNCHED',
    ]);
    const log = await logOf(job?.jobID);
    const failures = log.filter(({ eventData }) => eventData?.rawError);
    expect(failures.map(({ event }) => event).toSorted()).toEqual([
      'CONVERSION_FAIL',
      'LAUNCH_FAILED',
    ]);
    const states = await Promise.all(ids.map(async (id) => (await target.instance(id))?.failback));
    expect(states.map((failback) => failback?.state)).toEqual([
      'FAILBACK_ERROR',
      'FAILBACK_ERROR',
      'FAILBACK_COMPLETED',
    ]);
  });

  it('fails when its client is lost before the reboot, and can be tried again', async () => {
    const [id = ''] = await target.ready();
    const { job } = await launch([id]);
    await target.step(50);
    await lose(id);
    await target.step(60);
    expect((await jobOf(job?.jobID))?.status).toBe('STARTED');
    await target.step(600);
    expect((await jobOf(job?.jobID))?.participatingServers?.[0]?.launchStatus).toBe('FAILED');
    expect((await logOf(job?.jobID)).at(-2)).toMatchObject({
      event: 'CONVERSION_FAIL',
      eventData: { rawError: expect.stringContaining('Failback Client') },
    });
    await boot(id);
    await target.step(3_600 * 4);
    const again = await launch([id]);
    await target.step(1_200);
    expect((await jobOf(again.job?.jobID))?.participatingServers?.[0]?.launchStatus).toBe(
      'LAUNCHED',
    );
  });

  it('is all or nothing: one server that may not go keeps the others', async () => {
    const [first = '', second = ''] = await target.ready();
    const [aws = ''] = await target.idsIn('FAILBACK_NOT_READY_FOR_LAUNCH', 'AWS');
    const [ready = ''] = await target.idsIn('FAILBACK_READY_FOR_LAUNCH', 'AWS');
    for (const state of ['FAILBACK_NOT_STARTED', 'FAILBACK_IN_PROGRESS', 'FAILBACK_ERROR']) {
      const [other = ''] = await target.idsIn(state);
      await expect(launch([first, other])).rejects.toMatchObject({
        ...CONFLICT,
        resourceId: other,
        resourceType: 'recovery-instance',
      });
    }
    for (const id of [aws, ready]) {
      await expect(launch([first, id])).rejects.toMatchObject({
        ...CONFLICT,
        message: expect.stringContaining('StartRecovery'),
      });
    }
    await expect(launch([first, 'i-00000000'])).rejects.toMatchObject({
      name: 'ValidationException',
      reason: 'other',
    });
    await launch([first]);
    await expect(launch([second, first])).rejects.toMatchObject(CONFLICT);
    expect((await target.ask('effects')).launches).toEqual({ [first]: 1 });
  });

  it('takes an id that is there twice once', async () => {
    const [id = ''] = await target.ready();
    const { job } = await launch([id, id]);
    expect(job?.participatingServers).toHaveLength(1);
  });
});

describe.skipIf(!isSimulated)('what is last seen', () => {
  it('goes on for an agent and a client that are there, and stands still for a client that is lost', async () => {
    const [id = ''] = await target.ready();
    const seen = async () => {
      const { failback } = (await target.instance(id)) ?? {};
      return [
        Date.parse(failback?.agentLastSeenByServiceDateTime ?? ''),
        Date.parse(failback?.failbackClientLastSeenByServiceDateTime ?? ''),
      ] as const;
    };
    const [agent, client] = await seen();
    await target.step(120);
    const [laterAgent, laterClient] = await seen();
    expect(laterAgent - agent).toBe(120_000);
    expect(laterClient - client).toBe(120_000);
    await lose(id);
    await target.step(600);
    const [, lostClient] = await seen();
    expect(lostClient).toBe(laterClient);
    const { failback, dataReplicationInfo } = (await target.instance(id)) ?? {};
    expect(failback?.state).toBe('FAILBACK_ERROR');
    expect(dataReplicationInfo).toMatchObject({
      dataReplicationState: 'STALLED',
      lagDuration: 'PT10M',
      dataReplicationError: { error: 'FAILBACK_CLIENT_NOT_SEEN' },
    });
  });
});
