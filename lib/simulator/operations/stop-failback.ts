import { findInstance } from '../rules/find';
import { RecoveryInstanceID } from '../shapes/model';
import { required } from '../shapes/shape';
import { stateOf } from '../world/instance-state';
import { runningJobOf } from '../world/presence';
import { operation } from './operation';

/** https://docs.aws.amazon.com/drs/latest/APIReference/API_StopFailback.html */
export const stopFailback = operation({
  input: { type: 'structure', members: { recoveryInstanceID: required(RecoveryInstanceID) } },
  // The operation declares no conflict, so where there is nothing to stop it is assumed to do nothing.
  run: ({ world, input, moment }) => {
    const instance = findInstance(world, input.recoveryInstanceID, moment);
    const { attempt, completed } = stateOf(world, instance, moment);
    const isPaired = attempt?.kind === 'client-booted' && completed === undefined;
    if (!isPaired || runningJobOf(world, instance, moment)) return;
    instance.facts.push({ kind: 'failback-stopped', at: moment.now });
  },
});
