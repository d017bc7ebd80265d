import {
  DeleteRecoveryInstanceCommand,
  DescribeJobLogItemsCommand,
  DescribeJobsCommand,
  DescribeSourceServersCommand,
  DisconnectRecoveryInstanceCommand,
  GetFailbackReplicationConfigurationCommand,
  StartFailbackLaunchCommand,
  StopFailbackCommand,
  TerminateRecoveryInstancesCommand,
  UpdateFailbackReplicationConfigurationCommand,
} from '@aws-sdk/client-drs';
import { describe, expect, it } from 'vitest';
import { aim, isSimulated } from './target';

const target = aim();
const CONFLICT = { name: 'ConflictException', $metadata: { httpStatusCode: 409 } };
const IN_A_JOB =
  'One or more of the Recovery Instances included in API call are currently being processed by a Job';

const stop = (recoveryInstanceID: string) =>
  target.drs.send(new StopFailbackCommand({ recoveryInstanceID }));
const disconnect = (recoveryInstanceID: string) =>
  target.drs.send(new DisconnectRecoveryInstanceCommand({ recoveryInstanceID }));
const remove = (recoveryInstanceID: string) =>
  target.drs.send(new DeleteRecoveryInstanceCommand({ recoveryInstanceID }));
const terminate = (...recoveryInstanceIDs: string[]) =>
  target.drs.send(new TerminateRecoveryInstancesCommand({ recoveryInstanceIDs }));
const launch = (...recoveryInstanceIDs: string[]) =>
  target.drs.send(new StartFailbackLaunchCommand({ recoveryInstanceIDs }));
const stateOf = async (id: string) => (await target.instance(id))?.failback?.state;

describe.skipIf(!isSimulated)('StopFailback', () => {
  it.each(['FAILBACK_IN_PROGRESS', 'FAILBACK_READY_FOR_LAUNCH', 'FAILBACK_ERROR'])(
    'takes a server from %s back to the beginning',
    async (state) => {
      const [id = ''] = await target.idsIn(state);
      await stop(id);
      const { failback, dataReplicationInfo } = (await target.instance(id)) ?? {};
      expect(failback?.state).toBe('FAILBACK_NOT_STARTED');
      expect(failback?.failbackClientID).toBeUndefined();
      expect(dataReplicationInfo?.dataReplicationState).toBe('NOT_STARTED');
    },
  );

  it('does nothing where there is nothing to stop', async () => {
    const [notStarted = ''] = await target.idsIn('FAILBACK_NOT_STARTED');
    const [completed = ''] = await target.idsIn('FAILBACK_COMPLETED');
    const [running = ''] = await target.ready();
    await launch(running);
    for (const id of [notStarted, completed, running]) await stop(id);
    expect(await Promise.all([notStarted, completed, running].map(stateOf))).toEqual([
      'FAILBACK_NOT_STARTED',
      'FAILBACK_COMPLETED',
      'FAILBACK_READY_FOR_LAUNCH',
    ]);
    await target.step(1_200);
    expect(await stateOf(running)).toBe('FAILBACK_COMPLETED');
  });
});

describe.skipIf(!isSimulated)('DisconnectRecoveryInstance', () => {
  it('ends replication at once, and then the record can be deleted', async () => {
    const [id = ''] = await target.ready();
    await expect(remove(id)).rejects.toMatchObject({
      ...CONFLICT,
      resourceId: id,
      resourceType: 'recovery-instance',
    });
    await disconnect(id);
    const { dataReplicationInfo, failback, ec2InstanceState } = (await target.instance(id)) ?? {};
    expect(dataReplicationInfo?.dataReplicationState).toBe('DISCONNECTED');
    expect(dataReplicationInfo?.lagDuration).toBeUndefined();
    expect(
      dataReplicationInfo?.replicatedDisks?.every((disk) => disk.totalStorageBytes === 0),
    ).toBe(true);
    expect(failback?.state).toBe('FAILBACK_NOT_STARTED');
    expect(ec2InstanceState).toBe('RUNNING');
    await disconnect(id);
    await expect(launch(id)).rejects.toMatchObject(CONFLICT);
    await remove(id);
    expect(await target.instance(id)).toBeUndefined();
    await expect(disconnect(id)).rejects.toMatchObject({ name: 'ResourceNotFoundException' });
    await expect(launch(id)).rejects.toMatchObject({ name: 'ValidationException' });
  });

  it('is refused while a job is at work on the server', async () => {
    const [id = ''] = await target.ready();
    await launch(id);
    for (const attempt of [disconnect(id), remove(id), terminate(id), launch(id)]) {
      await expect(attempt).rejects.toMatchObject({
        ...CONFLICT,
        message: IN_A_JOB,
        resourceId: id,
      });
    }
  });
});

describe.skipIf(!isSimulated)('TerminateRecoveryInstances', () => {
  it('makes a job that terminates, and the instance vanishes a while after', async () => {
    const ids = (await target.idsIn('FAILBACK_COMPLETED')).slice(0, 2);
    const { job } = await terminate(...ids);
    expect(job).toMatchObject({
      type: 'TERMINATE',
      initiatedBy: 'TERMINATE_RECOVERY_INSTANCES',
      status: 'PENDING',
      participatingServers: ids.map((recoveryInstanceID) => ({ recoveryInstanceID })),
    });
    expect((await target.instance(ids[0] ?? ''))?.ec2InstanceState).toBe('SHUTTING-DOWN');
    await target.step(120);
    const { items } = await target.drs.send(
      new DescribeJobsCommand({ filters: { jobIDs: [job?.jobID ?? ''] } }),
    );
    expect(items?.[0]).toMatchObject({
      status: 'COMPLETED',
      participatingServers: [{ launchStatus: 'TERMINATED' }, { launchStatus: 'TERMINATED' }],
    });
    const { items: log } = await target.drs.send(
      new DescribeJobLogItemsCommand({ jobID: job?.jobID }),
    );
    expect(new Set(log?.map((item) => item.event))).toEqual(
      new Set(['JOB_START', 'CLEANUP_START', 'CLEANUP_END', 'JOB_END']),
    );
    expect((await target.instance(ids[0] ?? ''))?.ec2InstanceState).toBe('TERMINATED');
    await expect(terminate(...ids)).rejects.toMatchObject(CONFLICT);
    await target.step(1_200);
    expect(await target.instance(ids[0] ?? '')).toBeUndefined();
  });

  it('is refused during failback, for all of them', async () => {
    const [done = ''] = await target.idsIn('FAILBACK_COMPLETED');
    for (const state of ['FAILBACK_READY_FOR_LAUNCH', 'FAILBACK_IN_PROGRESS']) {
      const [id = ''] = await target.idsIn(state);
      await expect(terminate(done, id)).rejects.toMatchObject({
        ...CONFLICT,
        message: expect.stringContaining('cannot be terminated during failback'),
        resourceId: id,
      });
    }
    expect((await target.instance(done))?.ec2InstanceState).toBe('RUNNING');
  });
});

describe.skipIf(!isSimulated)('the failback replication configuration', () => {
  it('is that of DRS until it is changed, member by member', async () => {
    const [recoveryInstanceID = ''] = await target.ready();
    const get = async () => {
      const { $metadata: _, ...configuration } = await target.drs.send(
        new GetFailbackReplicationConfigurationCommand({ recoveryInstanceID }),
      );
      return configuration;
    };
    expect(await get()).toMatchObject({
      recoveryInstanceID,
      name: 'Failback Replication Configuration',
      bandwidthThrottling: 0,
      usePrivateIP: false,
    });
    const change = { bandwidthThrottling: 100, usePrivateIP: true };
    await target.drs.send(
      new UpdateFailbackReplicationConfigurationCommand({ recoveryInstanceID, ...change }),
    );
    await target.drs.send(
      new UpdateFailbackReplicationConfigurationCommand({ recoveryInstanceID, name: '' }),
    );
    expect(await get()).toMatchObject({ ...change, name: '' });
  });
});

describe.skipIf(!isSimulated)('the source server of a recovery instance', () => {
  it('is not seen since the disaster, and is copied again once its failback is completed', async () => {
    const [id = ''] = await target.ready();
    const sourceServerID = (await target.instance(id))?.sourceServerID ?? '';
    expect(await target.sourceServer(sourceServerID)).toMatchObject({
      replicationDirection: 'FAILOVER',
      recoveryInstanceId: id,
      lastLaunchResult: 'SUCCEEDED',
      dataReplicationInfo: {
        dataReplicationState: 'STALLED',
        dataReplicationError: { error: 'AGENT_NOT_SEEN' },
      },
    });
    await launch(id);
    await target.step(3_600 * 12);
    expect((await target.sourceServer(sourceServerID))?.dataReplicationInfo).toMatchObject({
      dataReplicationState: 'CONTINUOUS',
    });
  });

  it('is found by its hardware and by the account of its staging area', async () => {
    const all = await target.drs.send(new DescribeSourceServersCommand({}));
    const [first] = all.items ?? [];
    const hardwareId = first?.sourceProperties?.identificationHints?.vmWareUuid ?? '';
    const found = async (filters: object) => {
      const { items } = await target.drs.send(new DescribeSourceServersCommand({ filters }));
      return items?.map((server) => server.sourceServerID);
    };
    expect(await found({ hardwareId })).toEqual([first?.sourceServerID]);
    expect(await found({ hardwareId: 'unknown' })).toEqual([]);
    expect(await found({ stagingAccountIDs: ['000000000000'] })).toEqual([]);
    const stagingAccountIDs = [first?.stagingArea?.stagingAccountID ?? ''];
    expect(await found({ stagingAccountIDs })).toHaveLength(all.items?.length ?? 0);
  });
});
