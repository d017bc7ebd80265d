import { z } from 'zod';
import { recoveryInstanceID } from './identifiers';
import { failbackProcedure } from './failback-procedure';
import { openEnum } from './open-enum';
import { checklist, readiness, thresholds } from './readiness';
import { snapshotHeader } from './snapshot-header';

// DRS writes instants with microseconds and "+00:00", and durations as ISO 8601; both stay verbatim.
const drsTime = z.string();
const bytes = z.number();

const replicatedDisk = z.object({
  deviceName: z.string().optional(),
  totalStorageBytes: bytes.optional(),
  replicatedStorageBytes: bytes.optional(),
  rescannedStorageBytes: bytes.optional(),
  backloggedStorageBytes: bytes.optional(),
});

const dataReplicationInfo = z.object({
  dataReplicationState: openEnum.optional(),
  /** An ISO 8601 duration, such as P0D or PT26M. */
  lagDuration: drsTime.optional(),
  etaDateTime: drsTime.optional(),
  replicatedDisks: z.array(replicatedDisk).optional(),
  dataReplicationInitiation: z
    .object({
      startDateTime: drsTime.optional(),
      steps: z
        .array(z.object({ name: openEnum.optional(), status: openEnum.optional() }))
        .optional(),
    })
    .optional(),
  dataReplicationError: z
    .object({ error: openEnum.optional(), rawError: z.string().optional() })
    .optional(),
  stagingAvailabilityZone: z.string().optional(),
});

const failback = z.object({
  state: openEnum.optional(),
  failbackClientID: z.string().optional(),
  failbackClientLastSeenByServiceDateTime: drsTime.optional(),
  agentLastSeenByServiceDateTime: drsTime.optional(),
  failbackInitiationTime: drsTime.optional(),
  failbackJobID: z.string().optional(),
  failbackLaunchType: openEnum.optional(),
  failbackToOriginalServer: z.boolean().optional(),
  firstByteDateTime: drsTime.optional(),
  /** An ISO 8601 duration. */
  elapsedReplicationDuration: drsTime.optional(),
});

const recoveryInstanceProperties = z.object({
  lastUpdatedDateTime: drsTime.optional(),
  identificationHints: z
    .object({
      hostname: z.string().optional(),
      fqdn: z.string().optional(),
      vmWareUuid: z.string().optional(),
      awsInstanceID: z.string().optional(),
    })
    .optional(),
  networkInterfaces: z
    .array(
      z.object({
        macAddress: z.string().optional(),
        ips: z.array(z.string()).optional(),
        isPrimary: z.boolean().optional(),
      }),
    )
    .optional(),
  disks: z
    .array(
      z.object({
        internalDeviceName: z.string().optional(),
        bytes: bytes.optional(),
        ebsVolumeID: z.string().optional(),
      }),
    )
    .optional(),
  cpus: z
    .array(z.object({ cores: z.number().optional(), modelName: z.string().optional() }))
    .optional(),
  ramBytes: bytes.optional(),
  os: z.object({ fullString: z.string().optional() }).optional(),
});

/** A recovery instance as DRS describes it: names and values are DRS's, letter for letter. */
export const recoveryInstance = z.object({
  recoveryInstanceID,
  sourceServerID: z.string().optional(),
  arn: z.string().optional(),
  ec2InstanceID: z.string().optional(),
  ec2InstanceState: openEnum.optional(),
  jobID: z.string().optional(),
  isDrill: z.boolean().optional(),
  originEnvironment: openEnum.optional(),
  originAvailabilityZone: z.string().optional(),
  pointInTimeSnapshotDateTime: drsTime.optional(),
  agentVersion: z.string().optional(),
  failback: failback.optional(),
  dataReplicationInfo: dataReplicationInfo.optional(),
  recoveryInstanceProperties: recoveryInstanceProperties.optional(),
  tags: z.record(z.string(), z.string()).optional(),
});
export type RecoveryInstance = z.infer<typeof recoveryInstance>;

/** A recovery instance with Homeward's verdict on it. */
const judgedRecoveryInstance = recoveryInstance.extend({ readiness });

/** GET /api/recovery-instances?target= */
export const fleetSnapshot = snapshotHeader.extend({
  recoveryInstances: z.array(judgedRecoveryInstance),
});
export type FleetSnapshot = z.infer<typeof fleetSnapshot>;

/** The lag of an instance at a moment; null where DRS gave none. */
export const lagSample = z.object({ asOf: z.string(), lagSeconds: z.number().nullable() });
export type LagSample = z.infer<typeof lagSample>;

/** GET /api/recovery-instances/{id}?target= */
export const recoveryInstanceAnswer = snapshotHeader.extend({
  recoveryInstance: judgedRecoveryInstance,
  /** Every rule with what it found; only here, because a list of thousands would be heavy with it. */
  checklist,
  failbackProcedure,
  /** The lines that the rules draw. */
  thresholds,
  /** Over the time that Homeward has watched the instance, oldest first, no more than a hundred. */
  lagHistory: z.array(lagSample),
});
export type RecoveryInstanceAnswer = z.infer<typeof recoveryInstanceAnswer>;
