import { PAIRING_STEPS } from './conditions';
import type { Server } from './fleet';
import { endOf } from './job-course';
import { wireDuration, wireTime } from './wire-time';
import type { World } from './world';

/** The server as DescribeRecoveryInstances gives it at a moment. */
export function describeInstance(world: World, server: Server, now: number) {
  const { condition, recoveryInstanceID } = server;
  const launched = world.created - server.age * 1_000;
  const { state, replication } = statesOf(world, server, now);
  const isOver = state === 'FAILBACK_COMPLETED';
  return {
    recoveryInstanceID,
    ec2InstanceID: recoveryInstanceID,
    ec2InstanceState: 'RUNNING',
    arn: world.arn(`recovery-instance/${recoveryInstanceID}`),
    sourceServerID: server.sourceServerID,
    jobID: world.recoveryJobID,
    isDrill: condition.isDrill ?? false,
    originEnvironment: condition.origin,
    ...(condition.origin === 'AWS' ? { originAvailabilityZone: 'eu-central-1a' } : {}),
    pointInTimeSnapshotDateTime: wireTime(launched - 600_000),
    agentVersion: '6.42.12.2025.353.1309',
    tags: world.tagsOf(`recovery-instance/${recoveryInstanceID}`, server.tags),
    failback: {
      state,
      agentLastSeenByServiceDateTime: wireTime(now - 4_000),
      ...(condition.hasClient === false
        ? {}
        : {
            failbackClientID: `fc-${recoveryInstanceID.slice(2)}`,
            failbackInitiationTime: wireTime(launched + 3_600_000),
            failbackLaunchType: 'RECOVERY',
            failbackToOriginalServer: !recoveryInstanceID.endsWith('7'),
            firstByteDateTime: wireTime(launched + 3_900_000),
            elapsedReplicationDuration: wireDuration(
              Math.max(1, (now - launched - 3_900_000) / 1_000),
            ),
            failbackClientLastSeenByServiceDateTime: wireTime(
              condition.clientSilent === undefined
                ? now - 3_000
                : world.created - condition.clientSilent * 1_000,
            ),
          }),
      ...(server.failbackJobID ? { failbackJobID: server.failbackJobID } : {}),
    },
    dataReplicationInfo: describeReplication(world, server, replication, isOver, now),
    recoveryInstanceProperties: {
      lastUpdatedDateTime: wireTime(now - 60_000),
      recommendedInstanceType: 'm5.large',
      identificationHints: {
        hostname: server.hostname,
        fqdn: `${server.hostname}.corp.example`,
        vmWareUuid: server.vmWareUuid,
        awsInstanceID: recoveryInstanceID,
      },
      networkInterfaces: [{ macAddress: server.macAddress, ips: server.ips, isPrimary: true }],
      disks: server.disks.map(({ deviceName, bytes, volumeID }) => ({
        internalDeviceName: deviceName,
        bytes,
        ebsVolumeID: volumeID,
      })),
      cpus: [{ cores: server.cores, modelName: 'Intel(R) Xeon(R) Platinum 8259CL CPU @ 2.50GHz' }],
      ramBytes: server.ramBytes,
      os: { fullString: server.os },
    },
  };
}

/** The states, after whatever its failback job has done to them. */
function statesOf(world: World, server: Server, now: number) {
  const job = world.jobs.get(server.failbackJobID ?? '');
  if (job && job.initiatedBy === 'FAILBACK') {
    const end = endOf(job, server.recoveryInstanceID, now);
    if (end === 'launched') return { state: 'FAILBACK_COMPLETED', replication: 'STOPPED' };
    if (end !== 'under-way' && end !== 'skipped') {
      return { state: 'FAILBACK_ERROR', replication: 'STOPPED' };
    }
  }
  return { state: server.condition.state, replication: server.condition.replication };
}

function describeReplication(
  world: World,
  server: Server,
  replication: string,
  isOver: boolean,
  now: number,
) {
  const { condition, disks } = server;
  const hasData = condition.steps === undefined && condition.hasClient !== false;
  const share = isOver ? 1 : server.replicatedShare;
  const total = disks.reduce((sum, disk) => sum + disk.bytes, 0);
  return {
    dataReplicationState: replication,
    ...(hasData || condition.origin === 'AWS'
      ? { lagDuration: wireDuration(isOver ? 0 : server.lagSeconds) }
      : {}),
    ...(share < 1 ? { etaDateTime: wireTime(now + (1 - share) * 3_600_000) } : {}),
    replicatedDisks: disks.map((disk) => ({
      deviceName: disk.deviceName,
      totalStorageBytes: disk.bytes,
      replicatedStorageBytes: hasData ? Math.round(disk.bytes * share) : 0,
      rescannedStorageBytes:
        hasData && replication !== 'RESCAN' ? disk.bytes : Math.round(disk.bytes * share),
      backloggedStorageBytes: isOver ? 0 : Math.round((server.backlogBytes * disk.bytes) / total),
    })),
    ...(condition.steps === undefined
      ? {}
      : {
          dataReplicationInitiation: {
            startDateTime: wireTime(world.created - 240_000),
            steps: PAIRING_STEPS.map((name, index) => ({
              name,
              status: stepStatus(index, condition.steps ?? 0),
            })),
          },
        }),
    ...(condition.error && !isOver ? { dataReplicationError: { error: condition.error } } : {}),
  };
}

function stepStatus(index: number, done: number) {
  if (index < done) return 'SUCCEEDED';
  return index === done ? 'IN_PROGRESS' : 'NOT_STARTED';
}
