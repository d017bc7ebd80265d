import type { Machine } from '../world/machine';
import type { Replication } from '../world/replication';
import { type TimestampFormat, wireDuration, wireTime } from './wire-time';

/** The members that the replication of a recovery instance and that of a source server have in common. */
export function describeReplication(
  machine: Machine,
  replication: Replication | undefined,
  state: string,
  timestamps: TimestampFormat,
) {
  const { lagSeconds, eta, initiation, error } = replication ?? {};
  return {
    dataReplicationState: state,
    ...(lagSeconds === undefined ? {} : { lagDuration: wireDuration(lagSeconds) }),
    ...(eta === undefined ? {} : { etaDateTime: wireTime(eta, timestamps) }),
    replicatedDisks: machine.disks.map(({ deviceName, bytes }, index) => ({
      deviceName,
      // A disconnected server has no storage any more, as the API reference says.
      totalStorageBytes: state === 'DISCONNECTED' ? 0 : bytes,
      replicatedStorageBytes: replication?.disks[index]?.replicated ?? 0,
      rescannedStorageBytes: replication?.disks[index]?.rescanned ?? 0,
      backloggedStorageBytes: replication?.disks[index]?.backlogged ?? 0,
    })),
    ...(initiation
      ? {
          dataReplicationInitiation: {
            startDateTime: wireTime(initiation.began, timestamps),
            steps: initiation.steps.map((name, index) => ({
              name,
              status: statusOf(index, initiation),
            })),
          },
        }
      : {}),
    ...(error ? { dataReplicationError: { error } } : {}),
  };
}

function statusOf(index: number, { done, failed }: NonNullable<Replication['initiation']>) {
  if (index < done) return 'SUCCEEDED';
  if (index > done) return 'NOT_STARTED';
  return failed ? 'FAILED' : 'IN_PROGRESS';
}
