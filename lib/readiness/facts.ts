import type { Job } from '@/lib/contract/job';
import type { RecoveryInstance } from '@/lib/contract/recovery-instance';
import { parseDuration, parseInstant } from '@/lib/format';

/** What the rules look at, read once from DRS's own words. */
export interface Facts {
  originEnvironment: string | undefined;
  failbackState: string | undefined;
  replicationState: string | undefined;
  replicationError: string | undefined;
  replicationRawError: string | undefined;
  ec2State: string | undefined;
  isDrill: boolean;
  lagSeconds: number | undefined;
  backlogBytes: number;
  /** Seconds since the failback client was last seen; undefined when DRS does not say. */
  clientUnseenSeconds: number | undefined;
  /** The job that holds the server now, whoever started it. */
  runningJob: Job | undefined;
  now: Date;
}

export interface Surroundings {
  now: Date;
  runningJob?: Job | undefined;
}

/** Reads the facts of one recovery instance. */
export function gatherFacts(instance: RecoveryInstance, { now, runningJob }: Surroundings): Facts {
  const { failback, dataReplicationInfo: replication } = instance;
  const seen = parseInstant(failback?.failbackClientLastSeenByServiceDateTime);
  return {
    originEnvironment: instance.originEnvironment,
    failbackState: failback?.state,
    replicationState: replication?.dataReplicationState,
    replicationError: replication?.dataReplicationError?.error,
    replicationRawError: replication?.dataReplicationError?.rawError,
    ec2State: instance.ec2InstanceState,
    isDrill: instance.isDrill ?? false,
    lagSeconds: parseDuration(replication?.lagDuration),
    backlogBytes: (replication?.replicatedDisks ?? []).reduce(
      (sum, disk) => sum + (disk.backloggedStorageBytes ?? 0),
      0,
    ),
    clientUnseenSeconds: seen && Math.max(0, (now.getTime() - seen.getTime()) / 1000),
    runningJob,
    now,
  };
}
