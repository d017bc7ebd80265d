import { immediateEvent } from '../scenario/event';
import type { Command } from './command';
import { inputOf } from './input';

/** Lets an event happen now, as a scenario does; see docs/simulator.md. */
export function triggerEvent({ simulation, request }: Command) {
  const event = inputOf(request, immediateEvent);
  const servers = simulation.trigger(event);
  return {
    servers: servers.map(({ recoveryInstanceID, machine }) => ({
      recoveryInstanceID,
      hostname: machine.hostname,
    })),
  };
}
