import type { InstanceState } from '../world/instance-state';
import type { RecoveryInstance } from '../world/recovery-instance';
import { type TimestampFormat, wireTime } from './wire-time';

/** The members of a failback that change only with its state. */
export function describeFailback(
  { recoveryInstanceID, isDrill }: RecoveryInstance,
  { failbackState, attempt, replication, failbackJobID }: InstanceState,
  timestamps: TimestampFormat,
) {
  return {
    state: failbackState,
    ...(attempt
      ? {
          failbackInitiationTime: wireTime(attempt.at, timestamps),
          failbackLaunchType: isDrill ? 'DRILL' : 'RECOVERY',
        }
      : {}),
    ...(attempt?.kind === 'client-booted'
      ? {
          failbackClientID: `fc-${recoveryInstanceID.slice(2)}`,
          failbackToOriginalServer: attempt.toOriginalServer,
        }
      : {}),
    ...(replication?.firstByte === undefined
      ? {}
      : { firstByteDateTime: wireTime(replication.firstByte, timestamps) }),
    ...(failbackJobID ? { failbackJobID } : {}),
  };
}
