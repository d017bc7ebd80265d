import { lastFact } from '../world/facts';
import { stateOf } from '../world/instance-state';
import { runningJobOf } from '../world/presence';
import type { Moment } from '../world/moment';
import type { RecoveryInstance } from '../world/recovery-instance';
import type { World } from '../world/world';
import type { ServerAction } from './server-actions';

/** The state of a server, as far as events depend on it. */
export interface ServerStatus {
  state: string;
  replication: string;
  client: 'none' | 'seen' | 'lost';
  inJob: boolean;
}

export function serverStatusOf(
  world: World,
  instance: RecoveryInstance,
  moment: Moment,
): ServerStatus {
  const { failbackState, replicationState, attempt } = stateOf(world, instance, moment);
  const hasClient =
    attempt?.kind === 'client-booted' && !['STOPPED', 'DISCONNECTED'].includes(replicationState);
  const last = lastFact(instance.facts, 'client-booted', 'client-lost', 'client-back');
  return {
    state: failbackState,
    replication: replicationState,
    client: hasClient ? (last?.kind === 'client-lost' ? 'lost' : 'seen') : 'none',
    inJob: runningJobOf(world, instance, moment) !== undefined,
  };
}

const HALTED = ['STALLED', 'PAUSED'];

const APPLICABLE: Record<
  ServerAction,
  (status: ServerStatus, instance: RecoveryInstance) => boolean
> = {
  bootClients: ({ state }, { origin }) =>
    !origin && ['FAILBACK_NOT_STARTED', 'FAILBACK_ERROR'].includes(state),
  loseClients: ({ client }) => client === 'seen',
  returnClients: ({ client }) => client === 'lost',
  stallServers: ({ client, replication }) => client !== 'none' && !HALTED.includes(replication),
  stallDisks: ({ client, replication }) => client !== 'none' && !HALTED.includes(replication),
  resume: ({ client, replication }) => client === 'seen' && HALTED.includes(replication),
  launch: ({ state, inJob }, { origin }) =>
    !origin && !inJob && state === 'FAILBACK_READY_FOR_LAUNCH',
};

/** Whether an event makes sense for a server in its state: no client is lost where none is booted. */
export const isApplicable = (
  action: ServerAction,
  status: ServerStatus,
  instance: RecoveryInstance,
) => APPLICABLE[action](status, instance);
