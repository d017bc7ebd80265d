import { describeJob } from '../describe/job';
import { findInstances } from '../rules/find';
import { checkQuotas } from '../rules/quotas';
import { refuse, refuseBusy } from '../rules/refusals';
import { RecoveryInstanceID } from '../shapes/model';
import { required } from '../shapes/shape';
import { stateOf } from '../world/instance-state';
import type { Moment } from '../world/moment';
import type { RecoveryInstance } from '../world/recovery-instance';
import { type World, addJob } from '../world/world';
import { operation } from './operation';

const IN_FAILBACK = ['FAILBACK_IN_PROGRESS', 'FAILBACK_READY_FOR_LAUNCH'];

/** https://docs.aws.amazon.com/drs/latest/APIReference/API_TerminateRecoveryInstances.html */
export const terminateRecoveryInstances = operation({
  input: {
    type: 'structure',
    members: {
      recoveryInstanceIDs: required({ type: 'list', length: [1, 200], of: RecoveryInstanceID }),
    },
  },
  run: ({ world, input, moment, quotas }) => {
    const instances = findInstances(world, input.recoveryInstanceIDs, moment);
    checkQuotas(world, instances.length, quotas, moment);
    for (const instance of instances) checkState(world, instance, moment);
    const participants = instances.map(({ sourceServerID, recoveryInstanceID }) => ({
      sourceServerID,
      recoveryInstanceID,
      launchOutcome: 'launched' as const,
    }));
    const job = addJob(world, 'TERMINATE_RECOVERY_INSTANCES', participants, {
      created: moment.now,
    });
    for (const { facts } of instances) {
      facts.push({ kind: 'terminated', at: moment.now, jobID: job.jobID });
    }
    return { job: describeJob(world, job, moment) };
  },
});

function checkState(world: World, instance: RecoveryInstance, moment: Moment) {
  refuseBusy(world, instance, moment);
  const { failbackState, ec2InstanceState } = stateOf(world, instance, moment);
  if (ec2InstanceState === 'TERMINATED') refuse(instance, 'is terminated already.');
  if (IN_FAILBACK.includes(failbackState))
    refuse(instance, 'cannot be terminated during failback.');
}
