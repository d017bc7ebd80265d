import { notFound, validation } from '../errors';
import { isListed } from '../world/presence';
import type { Moment } from '../world/moment';
import type { RecoveryInstance } from '../world/recovery-instance';
import type { World } from '../world/world';

/** The instance of an operation that declares ResourceNotFoundException. */
export function findInstance(world: World, id: string, moment: Moment): RecoveryInstance {
  const instance = known(world, id, moment);
  if (instance) return instance;
  throw notFound(`Recovery Instance ${id} was not found.`, id, 'recovery-instance');
}

/** The instances, each once, of an operation that declares no error for an unknown one; the error is assumed. */
export function findInstances(
  world: World,
  ids: readonly string[],
  moment: Moment,
): RecoveryInstance[] {
  return [...new Set(ids)].map((id) => {
    const instance = known(world, id, moment);
    if (instance) return instance;
    throw validation('other', `Recovery Instance ${id} was not found in this account.`);
  });
}

function known(world: World, id: string, moment: Moment): RecoveryInstance | undefined {
  const instance = Object.hasOwn(world.recoveryInstances, id)
    ? world.recoveryInstances[id]
    : undefined;
  return instance && isListed(world, instance, moment) ? instance : undefined;
}
