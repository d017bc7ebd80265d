import { digest } from '../random';
import type { RecoveryInstance } from '../world/recovery-instance';
import { type World, instancesOf } from '../world/world';
import type { Selection } from './event';

/** The servers that fit a description, in an order that looks like chance and is the same for the same seed. */
export function choose(world: World, wanted: Selection): RecoveryInstance[] {
  return instancesOf(world)
    .filter((instance) => fits(instance, wanted))
    .map((instance) => ({ instance, place: digest(world.seed, instance.recoveryInstanceID) }))
    .toSorted((one, other) => (one.place < other.place ? -1 : 1))
    .map(({ instance }) => instance);
}

function fits({ recoveryInstanceID, machine, tags }: RecoveryInstance, wanted: Selection) {
  const { recoveryInstanceIDs, hostnames } = wanted;
  return (
    (!recoveryInstanceIDs || recoveryInstanceIDs.includes(recoveryInstanceID)) &&
    (!hostnames || hostnames.includes(machine.hostname)) &&
    Object.entries(wanted.tags ?? {}).every(([key, value]) => tags[key] === value)
  );
}
