import type { FactOf } from './facts';
import type { Moment } from './moment';
import type { Replication } from './replication';

/** The state of the failback of a server, and what drives it. Instants are milliseconds since the epoch. */
export interface Failback {
  failbackState: string;
  replicationState: string;
  /** Absent before anything is replicated, and after the instance was disconnected. */
  replication?: Replication;
  /** The failback client, or the reversal, that drives the replication. */
  attempt?: FactOf<'client-booted'> | FactOf<'reversed'>;
  /** The job of the last failback. */
  failbackJobID?: string;
  /** Since when it has been over. */
  completed?: number;
}

/** The failback state that follows from the replication alone. */
export function failbackStateOf(
  { state, error, isConsistent }: Replication,
  { stalledIsError }: Moment,
): string {
  if (state === 'STALLED' && error && (stalledIsError || !isConsistent)) return 'FAILBACK_ERROR';
  return isConsistent ? 'FAILBACK_READY_FOR_LAUNCH' : 'FAILBACK_IN_PROGRESS';
}
