import { findInstance } from '../rules/find';
import {
  BoundedString,
  InternetProtocol,
  PositiveInteger,
  RecoveryInstanceID,
  TrueOrFalse,
} from '../shapes/model';
import { required } from '../shapes/shape';
import { operation } from './operation';

/** https://docs.aws.amazon.com/drs/latest/APIReference/API_UpdateFailbackReplicationConfiguration.html */
export const updateFailbackReplicationConfiguration = operation({
  input: {
    type: 'structure',
    members: {
      recoveryInstanceID: required(RecoveryInstanceID),
      name: BoundedString,
      bandwidthThrottling: PositiveInteger,
      usePrivateIP: TrueOrFalse,
      internetProtocol: InternetProtocol,
    },
  },
  run: ({ world, input: { recoveryInstanceID, ...changes }, moment }) => {
    Object.assign(findInstance(world, recoveryInstanceID, moment).configuration, changes);
  },
});
