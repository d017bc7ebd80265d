import { findInstance } from '../rules/find';
import { RecoveryInstanceID } from '../shapes/model';
import { required } from '../shapes/shape';
import { operation } from './operation';

/** https://docs.aws.amazon.com/drs/latest/APIReference/API_GetFailbackReplicationConfiguration.html */
export const getFailbackReplicationConfiguration = operation({
  input: { type: 'structure', members: { recoveryInstanceID: required(RecoveryInstanceID) } },
  run: ({ world, input: { recoveryInstanceID }, moment }) => ({
    recoveryInstanceID,
    ...findInstance(world, recoveryInstanceID, moment).configuration,
  }),
});
