import {
  DeleteRecoveryInstanceCommand,
  DescribeJobLogItemsCommand,
  DescribeJobsCommand,
  DescribeSourceServersCommand,
  DisconnectRecoveryInstanceCommand,
  type DrsClient,
  ReverseReplicationCommand,
  StartRecoveryCommand,
  TerminateRecoveryInstancesCommand,
} from '@aws-sdk/client-drs';
import { describe, expect, it } from 'vitest';
import { aim, isSimulated } from './target';

const target = aim();
const CONFLICT = { name: 'ConflictException', $metadata: { httpStatusCode: 409 } };

/** The client for the Region where the servers of AWS came from. */
const home = () => target.connect({}, 'eu-central-1');

async function fromAWS() {
  const [id = ''] = await target.idsIn('FAILBACK_NOT_READY_FOR_LAUNCH', 'AWS');
  return id;
}

const reverse = (recoveryInstanceID: string, client = target.drs) =>
  client.send(new ReverseReplicationCommand({ recoveryInstanceID }));

const recover = (sourceServerID: string, client: DrsClient) =>
  client.send(new StartRecoveryCommand({ sourceServers: [{ sourceServerID }] }));

const idIn = (arn = '') => arn.split('/').at(-1) ?? '';

async function jobOf(jobID: string, client: DrsClient) {
  const { items } = await client.send(new DescribeJobsCommand({ filters: { jobIDs: [jobID] } }));
  return items?.[0];
}

describe.skipIf(!isSimulated)('the failback of a server that came from AWS', () => {
  it('goes from reversed replication over a recovery in the origin Region to replication forward again', async () => {
    const id = await fromAWS();
    expect(await target.instance(id)).toMatchObject({
      originEnvironment: 'AWS',
      originAvailabilityZone: 'eu-central-1a',
      failback: { state: 'FAILBACK_NOT_READY_FOR_LAUNCH' },
      dataReplicationInfo: { dataReplicationState: 'NOT_STARTED' },
    });

    const { reversedDirectionSourceServerArn: arn } = await reverse(id);
    expect(arn).toMatch(/^arn:aws:drs:eu-central-1:\d{12}:source-server\/s-[0-9a-z]{17}$/);
    const reversed = idIn(arn);
    expect(await target.sourceServer(reversed, home())).toMatchObject({
      replicationDirection: 'FAILBACK',
      sourceProperties: { identificationHints: { awsInstanceID: id } },
      sourceCloudProperties: { originRegion: 'eu-west-1' },
      lastLaunchResult: 'NOT_STARTED',
      dataReplicationInfo: { dataReplicationState: 'INITIATING' },
    });
    expect((await target.instance(id))?.failback?.state).toBe('FAILBACK_IN_PROGRESS');

    const states: (string | undefined)[] = [];
    for (let minute = 0; minute < 60; minute += 0.4) {
      const server = await target.sourceServer(reversed, home());
      const state = server?.dataReplicationInfo?.dataReplicationState;
      if (states.at(-1) !== state) states.push(state);
      await target.step(24);
    }
    expect(states).toEqual(['INITIATING', 'INITIAL_SYNC', 'CREATING_SNAPSHOT', 'CONTINUOUS']);
    expect((await target.instance(id))?.failback?.state).toBe('FAILBACK_READY_FOR_LAUNCH');

    const { job, $metadata } = await recover(reversed, home());
    expect($metadata.httpStatusCode).toBe(202);
    expect(job).toMatchObject({
      type: 'LAUNCH',
      initiatedBy: 'START_RECOVERY',
      status: 'PENDING',
      participatingServers: [
        { sourceServerID: reversed, launchStatus: 'PENDING', launchActionsStatus: { runs: [] } },
      ],
      participatingResources: [],
    });
    const before = await target.fleet(home());
    await target.step(1_200);
    const ended = await jobOf(job?.jobID ?? '', home());
    expect(ended).toMatchObject({
      status: 'COMPLETED',
      participatingServers: [{ launchStatus: 'LAUNCHED' }],
    });
    expect(ended?.participatingServers?.[0]).not.toHaveProperty('recoveryInstanceID');
    const { items: log } = await home().send(new DescribeJobLogItemsCommand({ jobID: job?.jobID }));
    expect(log?.map((item) => item.event)).toEqual([
      'JOB_START',
      'SNAPSHOT_START',
      'SNAPSHOT_END',
      'CONVERSION_START',
      'CONVERSION_END',
      'LAUNCH_START',
      'LAUNCH_END',
      'JOB_END',
    ]);
    expect(log?.[4]?.eventData?.conversionServerID).toMatch(/^i-[0-9a-f]{17}$/);

    const known = new Set(before.map((item) => item.recoveryInstanceID));
    const [back] = (await target.fleet(home())).filter(
      (item) => !known.has(item.recoveryInstanceID),
    );
    const backID = back?.recoveryInstanceID ?? '';
    expect(log?.[6]?.eventData?.targetInstanceID).toBe(backID);
    expect(back).toMatchObject({
      sourceServerID: reversed,
      jobID: job?.jobID,
      originEnvironment: 'AWS',
      originAvailabilityZone: 'eu-west-1a',
    });
    expect(await target.sourceServer(reversed, home())).toMatchObject({
      recoveryInstanceId: backID,
      lastLaunchResult: 'SUCCEEDED',
      lifeCycle: { lastLaunch: { status: 'LAUNCHED', initiated: { type: 'RECOVERY' } } },
    });

    const forward = idIn((await reverse(backID, home())).reversedDirectionSourceServerArn);
    expect(forward).toBe((await target.instance(id))?.sourceServerID);
    expect((await target.sourceServer(forward))?.dataReplicationInfo).toMatchObject({
      dataReplicationState: 'STALLED',
      dataReplicationError: { error: 'AGENT_NOT_SEEN' },
    });
    await target.step(330);
    const rescan = (await target.sourceServer(forward))?.dataReplicationInfo;
    expect(rescan?.dataReplicationState).toBe('RESCAN');
    await target.step(3_600);
    const replication = (await target.sourceServer(forward))?.dataReplicationInfo;
    expect(replication?.dataReplicationState).toBe('CONTINUOUS');
    await home().send(new DeleteRecoveryInstanceCommand({ recoveryInstanceID: backID }));
    expect(await target.instance(backID, home())).toBeUndefined();
  });

  it('begins only once, and not from a server that came from the premises', async () => {
    const id = await fromAWS();
    await reverse(id);
    await expect(reverse(id)).rejects.toMatchObject(CONFLICT);
    const [onPremises = ''] = await target.ready();
    await expect(reverse(onPremises)).rejects.toMatchObject(CONFLICT);
    const [unreadable = ''] = await target.idsIn('FAILBACK_LAUNCH_STATE_NOT_AVAILABLE', 'AWS');
    await expect(reverse(unreadable)).rejects.toMatchObject({ name: 'AccessDeniedException' });
    await expect(reverse('i-00000000')).rejects.toMatchObject({
      name: 'ResourceNotFoundException',
      resourceId: 'i-00000000',
      $metadata: { httpStatusCode: 404 },
    });
  });

  it('is not launched before its data is there, nor twice at a time', async () => {
    const id = await fromAWS();
    const reversed = idIn((await reverse(id)).reversedDirectionSourceServerArn);
    await expect(recover(reversed, home())).rejects.toMatchObject(CONFLICT);
    await target.step(5_400);
    await recover(reversed, home());
    await expect(recover(reversed, home())).rejects.toMatchObject({
      ...CONFLICT,
      message:
        'One or more of the Source Servers included in API call are currently being processed by a Job',
      resourceId: reversed,
      resourceType: 'source-server',
    });
    await expect(recover('s-00000000000000000', home())).rejects.toMatchObject({
      name: 'ValidationException',
      reason: 'other',
    });
  });

  it('refuses the new instance while its agent has not started', async () => {
    const id = await fromAWS();
    const reversed = idIn((await reverse(id)).reversedDirectionSourceServerArn);
    await target.step(5_400);
    await recover(reversed, home());
    const launchedOf = async () => {
      const server = await target.sourceServer(reversed, home());
      return server?.recoveryInstanceId;
    };
    await expect
      .poll(
        async () => {
          await target.step(15);
          return launchedOf();
        },
        { interval: 1, timeout: 15_000 },
      )
      .toBeTruthy();
    const launched = (await launchedOf()) ?? '';
    await expect(reverse(launched, home())).rejects.toMatchObject({
      ...CONFLICT,
      message: expect.stringContaining('has not finished initializing'),
    });
  });

  it('keeps its recovery instance from being disconnected and terminated, not from being deleted', async () => {
    const id = await fromAWS();
    await reverse(id);
    const recoveryInstanceID = id;
    await expect(
      target.drs.send(new DisconnectRecoveryInstanceCommand({ recoveryInstanceID })),
    ).rejects.toMatchObject(CONFLICT);
    await expect(
      target.drs.send(new TerminateRecoveryInstancesCommand({ recoveryInstanceIDs: [id] })),
    ).rejects.toMatchObject({ ...CONFLICT, message: expect.stringMatching(/during failback/) });
    await target.drs.send(new DeleteRecoveryInstanceCommand({ recoveryInstanceID }));
    expect(await target.instance(id)).toBeUndefined();
  });

  it('has its reversed server listed in the origin Region from the first look there', async () => {
    const [id = ''] = await target.idsIn('FAILBACK_READY_FOR_LAUNCH', 'AWS');
    const { items = [] } = await home().send(
      new DescribeSourceServersCommand({ filters: {}, maxResults: 1_000 }),
    );
    const reversed = items.filter((server) => server.replicationDirection === 'FAILBACK');
    expect(
      reversed.map((server) => server.sourceProperties?.identificationHints?.awsInstanceID),
    ).toEqual([id]);
    expect(reversed[0]?.dataReplicationInfo?.dataReplicationState).toBe('CONTINUOUS');
  });

  it('cannot be recovered a second time in the direction of the disaster', async () => {
    const server = (await target.instance(await fromAWS()))?.sourceServerID ?? '';
    await expect(recover(server, target.drs)).rejects.toMatchObject({
      name: 'NotSimulatedException',
      $metadata: { httpStatusCode: 501 },
    });
  });
});
