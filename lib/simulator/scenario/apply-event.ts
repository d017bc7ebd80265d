import {
  EventNotApplicable,
  bootFailbackClient,
  findFailbackClient,
  loseFailbackClient,
  resumeReplication,
  stallDisk,
  stallReplication,
} from '../world/events';
import type { Moment } from '../world/moment';
import type { RecoveryInstance } from '../world/recovery-instance';
import type { World } from '../world/world';
import { choose } from './choose';
import type { RehearsalEvent } from './event';
import { SERVER_ACTIONS, type ServerAction } from './server-actions';
import { isApplicable, serverStatusOf } from './server-status';

const EVENT_HANDLERS: Record<
  Exclude<ServerAction, 'launch'>,
  (world: World, recoveryInstanceID: string, moment: Moment) => void
> = {
  bootClients: bootFailbackClient,
  loseClients: loseFailbackClient,
  returnClients: findFailbackClient,
  stallServers: stallReplication,
  stallDisks: stallDisk,
  resume: resumeReplication,
};

/**
 * Applies an event to as many servers of a world as it asks for, and passes over those to which it cannot happen.
 * Returns the servers; the caller launches them, where the event is a launch.
 */
export function applyToServers(
  world: World,
  event: RehearsalEvent,
  moment: Moment,
): RecoveryInstance[] {
  const action = SERVER_ACTIONS.find((name) => event[name] !== undefined);
  const wanted = action && event[action];
  if (!wanted) return [];
  const chosen: RecoveryInstance[] = [];
  for (const instance of choose(world, wanted)) {
    if (chosen.length === wanted.count) break;
    if (!isApplicable(action, serverStatusOf(world, instance, moment), instance)) continue;
    if (action === 'launch' || tryEvent(action, world, instance, moment)) chosen.push(instance);
  }
  return chosen;
}

function tryEvent(
  action: keyof typeof EVENT_HANDLERS,
  world: World,
  { recoveryInstanceID }: RecoveryInstance,
  moment: Moment,
): boolean {
  try {
    EVENT_HANDLERS[action](world, recoveryInstanceID, moment);
    return true;
  } catch (error) {
    if (error instanceof EventNotApplicable) return false;
    throw error;
  }
}
