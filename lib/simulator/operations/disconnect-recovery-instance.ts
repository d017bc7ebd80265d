import { findInstance } from '../rules/find';
import { refuse, refuseBusy } from '../rules/refusals';
import { RecoveryInstanceID } from '../shapes/model';
import { required } from '../shapes/shape';
import { stateOf } from '../world/instance-state';
import { operation } from './operation';

/** https://docs.aws.amazon.com/drs/latest/APIReference/API_DisconnectRecoveryInstance.html */
export const disconnectRecoveryInstance = operation({
  input: { type: 'structure', members: { recoveryInstanceID: required(RecoveryInstanceID) } },
  run: ({ world, input, moment }) => {
    const instance = findInstance(world, input.recoveryInstanceID, moment);
    refuseBusy(world, instance, moment);
    const { attempt, replicationState } = stateOf(world, instance, moment);
    if (attempt?.kind === 'reversed') {
      refuse(instance, 'has reversed replication and cannot be disconnected; delete it.');
    }
    if (replicationState === 'DISCONNECTED') return;
    instance.facts.push({ kind: 'disconnected', at: moment.now });
  },
});
