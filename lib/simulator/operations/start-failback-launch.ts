import { describeJob } from '../describe/job';
import { findInstances } from '../rules/find';
import { checkQuotas } from '../rules/quotas';
import { refuse, refuseBusy } from '../rules/refusals';
import { RecoveryInstanceID, TagsMap } from '../shapes/model';
import { required } from '../shapes/shape';
import { addFailbackJob } from '../world/add-failback-job';
import { stateOf } from '../world/instance-state';
import type { Moment } from '../world/moment';
import type { RecoveryInstance } from '../world/recovery-instance';
import type { World } from '../world/world';
import { operation } from './operation';

/** https://docs.aws.amazon.com/drs/latest/APIReference/API_StartFailbackLaunch.html */
export const startFailbackLaunch = operation({
  input: {
    type: 'structure',
    members: {
      recoveryInstanceIDs: required({ type: 'list', length: [1, 200], of: RecoveryInstanceID }),
      tags: TagsMap,
    },
  },
  // All or nothing: one server that may not be launched refuses the whole request.
  run: ({ world, input: { recoveryInstanceIDs, tags }, moment, quotas, isGuarded }) => {
    const instances = findInstances(world, recoveryInstanceIDs, moment);
    checkQuotas(world, instances.length, quotas, moment);
    if (isGuarded) for (const instance of instances) checkState(world, instance, moment);
    return { job: describeJob(world, addFailbackJob(world, instances, moment, tags), moment) };
  },
});

function checkState(world: World, instance: RecoveryInstance, moment: Moment) {
  refuseBusy(world, instance, moment);
  if (instance.origin) {
    refuse(instance, 'originates in AWS; use StartRecovery on its reversed source server.');
  }
  const { failbackState } = stateOf(world, instance, moment);
  if (failbackState !== 'FAILBACK_READY_FOR_LAUNCH') {
    refuse(instance, `is in state ${failbackState} and cannot be launched for failback.`);
  }
}
