import {
  DescribeRecoveryInstancesCommand,
  type RecoveryInstance as DrsRecoveryInstance,
} from '@aws-sdk/client-drs';
import type { RecoveryInstance } from '@/lib/contract/recovery-instance';
import { type DrsDoor, withinTime } from './client';
import { readAllPages } from './pages';
import { present } from './present';

/** The model sets no maximum; the AWS console itself asks for pages of 1,000. */
const PAGE_SIZE = 1000;

/** Every recovery instance of the target. Rejects with what the SDK rejects with. */
export async function describeRecoveryInstances(door: DrsDoor): Promise<RecoveryInstance[]> {
  return readAllPages(
    (nextToken) =>
      door.reads.send(
        new DescribeRecoveryInstancesCommand({
          filters: {},
          maxResults: PAGE_SIZE,
          ...present({ nextToken }),
        }),
        withinTime(door),
      ),
    toRecoveryInstance,
  );
}

/** Built member by member: what the contract does not name does not pass. Undefined without an id. */
function toRecoveryInstance(item: DrsRecoveryInstance): RecoveryInstance | undefined {
  if (!item.recoveryInstanceID) return undefined;
  return {
    recoveryInstanceID: item.recoveryInstanceID,
    ...present({
      sourceServerID: item.sourceServerID,
      arn: item.arn,
      ec2InstanceID: item.ec2InstanceID,
      ec2InstanceState: item.ec2InstanceState,
      jobID: item.jobID,
      isDrill: item.isDrill,
      originEnvironment: item.originEnvironment,
      originAvailabilityZone: item.originAvailabilityZone,
      pointInTimeSnapshotDateTime: item.pointInTimeSnapshotDateTime,
      agentVersion: item.agentVersion,
      failback: item.failback && toFailback(item.failback),
      dataReplicationInfo: item.dataReplicationInfo && toReplication(item.dataReplicationInfo),
      recoveryInstanceProperties:
        item.recoveryInstanceProperties && toProperties(item.recoveryInstanceProperties),
      tags: item.tags,
    }),
  };
}

function toFailback(item: NonNullable<DrsRecoveryInstance['failback']>) {
  return present({
    state: item.state,
    failbackClientID: item.failbackClientID,
    failbackClientLastSeenByServiceDateTime: item.failbackClientLastSeenByServiceDateTime,
    agentLastSeenByServiceDateTime: item.agentLastSeenByServiceDateTime,
    failbackInitiationTime: item.failbackInitiationTime,
    failbackJobID: item.failbackJobID,
    failbackLaunchType: item.failbackLaunchType,
    failbackToOriginalServer: item.failbackToOriginalServer,
    firstByteDateTime: item.firstByteDateTime,
    elapsedReplicationDuration: item.elapsedReplicationDuration,
  });
}

function toReplication(item: NonNullable<DrsRecoveryInstance['dataReplicationInfo']>) {
  return present({
    dataReplicationState: item.dataReplicationState,
    lagDuration: item.lagDuration,
    etaDateTime: item.etaDateTime,
    stagingAvailabilityZone: item.stagingAvailabilityZone,
    replicatedDisks: item.replicatedDisks?.map((disk) =>
      present({
        deviceName: disk.deviceName,
        totalStorageBytes: disk.totalStorageBytes,
        replicatedStorageBytes: disk.replicatedStorageBytes,
        rescannedStorageBytes: disk.rescannedStorageBytes,
        backloggedStorageBytes: disk.backloggedStorageBytes,
      }),
    ),
    dataReplicationInitiation:
      item.dataReplicationInitiation &&
      present({
        startDateTime: item.dataReplicationInitiation.startDateTime,
        steps: item.dataReplicationInitiation.steps?.map((step) =>
          present({ name: step.name, status: step.status }),
        ),
      }),
    dataReplicationError:
      item.dataReplicationError &&
      present({
        error: item.dataReplicationError.error,
        rawError: item.dataReplicationError.rawError,
      }),
  });
}

function toProperties(item: NonNullable<DrsRecoveryInstance['recoveryInstanceProperties']>) {
  const hints = item.identificationHints;
  return present({
    lastUpdatedDateTime: item.lastUpdatedDateTime,
    ramBytes: item.ramBytes,
    os: item.os && present({ fullString: item.os.fullString }),
    identificationHints:
      hints &&
      present({
        hostname: hints.hostname,
        fqdn: hints.fqdn,
        vmWareUuid: hints.vmWareUuid,
        awsInstanceID: hints.awsInstanceID,
      }),
    networkInterfaces: item.networkInterfaces?.map((card) =>
      present({ macAddress: card.macAddress, ips: card.ips, isPrimary: card.isPrimary }),
    ),
    disks: item.disks?.map((disk) =>
      present({
        internalDeviceName: disk.internalDeviceName,
        bytes: disk.bytes,
        ebsVolumeID: disk.ebsVolumeID,
      }),
    ),
    cpus: item.cpus?.map((cpu) => present({ cores: cpu.cores, modelName: cpu.modelName })),
  });
}
