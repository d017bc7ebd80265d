import { AwsError, uninitialized } from '../errors';
import { whenWorked } from '../speed-history';
import { findInstance } from '../rules/find';
import { refuse, refuseBusy } from '../rules/refusals';
import { RecoveryInstanceID } from '../shapes/model';
import { required } from '../shapes/shape';
import { stateOf } from '../world/instance-state';
import { launchedAt } from '../world/presence';
import type { Moment } from '../world/moment';
import type { Origin, RecoveryInstance } from '../world/recovery-instance';
import { reverse } from '../world/reverse';
import { type World, arnOf } from '../world/world';
import { operation } from './operation';

/** How long the agent of a new instance takes to start, in milliseconds of work. Assumed. */
const AGENT_START = 240_000;

/** https://docs.aws.amazon.com/drs/latest/APIReference/API_ReverseReplication.html */
export const reverseReplication = operation({
  input: { type: 'structure', members: { recoveryInstanceID: required(RecoveryInstanceID) } },
  run: ({ world, worlds, worldIn, input, moment }) => {
    const instance = findInstance(world, input.recoveryInstanceID, moment);
    const origin = checkState(world, instance, moment);
    const home = worldIn(origin.region);
    if (!home.isInitialised) throw uninitialized();
    const server = reverse(worlds, world, instance, home, moment.now);
    return {
      reversedDirectionSourceServerArn: arnOf(home, `source-server/${server.sourceServerID}`),
    };
  },
});

function checkState(world: World, instance: RecoveryInstance, moment: Moment): Origin {
  refuseBusy(world, instance, moment);
  const { origin } = instance;
  if (!origin) refuse(instance, 'originates on premises; boot its machine into a Failback Client.');
  const { replicationState, attempt } = stateOf(world, instance, moment);
  if (replicationState === 'REPLICATION_STATE_NOT_AVAILABLE') {
    throw new AwsError(
      403,
      'AccessDeniedException',
      `The origin of ${instance.recoveryInstanceID} cannot be read.`,
    );
  }
  if (replicationState === 'DISCONNECTED') refuse(instance, 'is disconnected.');
  if (attempt) refuse(instance, 'has reversed replication already.');
  const launched = launchedAt(world, instance, moment) ?? moment.now;
  if (moment.now < whenWorked(moment.speedHistory, launched, AGENT_START)) {
    refuse(instance, 'has not finished initializing.');
  }
  return origin;
}
