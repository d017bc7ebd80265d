import { findInstances } from '../rules/find';
import { refuse, refuseBusy } from '../rules/refusals';
import { RecoveryInstanceID } from '../shapes/model';
import { required } from '../shapes/shape';
import { stateOf } from '../world/instance-state';
import { operation } from './operation';

/** https://docs.aws.amazon.com/drs/latest/APIReference/API_DeleteRecoveryInstance.html */
export const deleteRecoveryInstance = operation({
  input: { type: 'structure', members: { recoveryInstanceID: required(RecoveryInstanceID) } },
  run: ({ world, input, moment }) => {
    for (const instance of findInstances(world, [input.recoveryInstanceID], moment)) {
      refuseBusy(world, instance, moment);
      const { attempt, replicationState } = stateOf(world, instance, moment);
      // The user guide excepts reversed replication from having to be disconnected first.
      if (replicationState !== 'DISCONNECTED' && attempt?.kind !== 'reversed') {
        refuse(instance, 'must be disconnected before it is deleted.');
      }
      instance.facts.push({ kind: 'deleted', at: moment.now });
    }
  },
});
