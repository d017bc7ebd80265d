import { jsonAnswer, jsonError, settle } from '../http/answer';
import { effectOf } from '../record/effects';
import { operationNamed } from '../operations';
import type { Quotas } from '../rules/quotas';
import type { SimulationState } from '../simulation-state';
import type { Moment } from '../world/moment';
import type { RecoveryInstance } from '../world/recovery-instance';
import type { World } from '../world/world';

/** Who launches in a scenario; no access key has this name. */
const COLLEAGUE = 'a colleague';

/** Somebody else launches these servers; DRS may refuse them as it would refuse anybody. */
export function launchAsColleague(
  { worlds, effects }: Pick<SimulationState, 'worlds' | 'effects'>,
  quotas: Quotas,
  world: World,
  servers: RecoveryInstance[],
  moment: Moment,
) {
  const operation = 'StartFailbackLaunch';
  const tags = { launchedBy: COLLEAGUE };
  const input = { tags, recoveryInstanceIDs: servers.map((server) => server.recoveryInstanceID) };
  settle(jsonError, () => {
    const { accountID, region } = world;
    const result = operationNamed(operation).run({
      world,
      input,
      moment,
      worlds,
      worldIn: () => world,
      quotas,
      isVisible: () => true,
      isGuarded: true,
    });
    const effect = effectOf(operation, input, result);
    const time = new Date(moment.now).toISOString();
    const who = { time, accessKeyID: COLLEAGUE, accountID, region, answered: true };
    if (effect) effects.add({ ...who, ...effect });
    return jsonAnswer(result);
  });
}
