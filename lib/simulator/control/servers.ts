import { SERVER_ACTIONS } from '../scenario/server-actions';
import { isApplicable, serverStatusOf } from '../scenario/server-status';
import { instancesOf, worldKey } from '../world/world';
import type { Command } from './command';
import { ControlError } from './control-error';

const LIMIT = 50;

/** Servers of one account and Region whose hostname or id holds some text, and what can happen to each. */
export function listServers({ simulation, query }: Command) {
  const key = worldKey(query.get('accountID') ?? '', query.get('region') ?? '');
  const world = simulation.state.worlds[key];
  if (!world)
    throw new ControlError(404, 'Nothing has been called in this account and Region yet.');
  const search = (query.get('search') ?? '').trim().toLowerCase();
  const found = instancesOf(world).filter(
    ({ machine, recoveryInstanceID }) =>
      machine.hostname.includes(search) || recoveryInstanceID.includes(search),
  );
  const moment = simulation.moment();
  const servers = found.slice(0, LIMIT).map((instance) => {
    const status = serverStatusOf(world, instance, moment);
    return {
      recoveryInstanceID: instance.recoveryInstanceID,
      hostname: instance.machine.hostname,
      ...status,
      can: SERVER_ACTIONS.filter((action) => isApplicable(action, status, instance)),
    };
  });
  return { servers, found: found.length };
}
