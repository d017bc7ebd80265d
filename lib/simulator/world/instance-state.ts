import { factsUntil, lastFact } from './facts';
import type { Failback } from './failback';
import { failbackInAWS } from './failback-in-aws';
import { failbackOnPremises } from './failback-on-premises';
import type { Moment } from './moment';
import { ec2StateOf } from './presence';
import type { RecoveryInstance } from './recovery-instance';
import { whileStill } from './still';
import type { World } from './world';

/** The state of a recovery instance at a moment. */
export interface InstanceState extends Failback {
  ec2InstanceState: string;
}

/** The state of an instance by its facts and its jobs: the same object for as long as nothing moves. */
export function stateOf(world: World, instance: RecoveryInstance, moment: Moment): InstanceState {
  return whileStill(world, instance, moment, workOut);
}

function workOut(world: World, instance: RecoveryInstance, moment: Moment): InstanceState {
  const facts = factsUntil(instance.facts, moment.now);
  const failback = instance.origin
    ? failbackInAWS(instance, facts, moment)
    : failbackOnPremises(world, instance, facts, moment);
  const isGone = lastFact(facts, 'disconnected', 'terminated') !== undefined;
  return {
    ...(isGone ? disconnected(failback) : failback),
    ec2InstanceState: ec2StateOf(world, instance, moment),
  };
}

/** After it is disconnected nothing is replicated any more, and a failback that had ended stays ended. */
function disconnected({ failbackState, failbackJobID, completed }: Failback): Failback {
  const isOver = ['FAILBACK_COMPLETED', 'FAILBACK_ERROR'].includes(failbackState);
  return {
    failbackState: isOver ? failbackState : 'FAILBACK_NOT_STARTED',
    replicationState: 'DISCONNECTED',
    ...(failbackJobID ? { failbackJobID } : {}),
    ...(completed ? { completed } : {}),
  };
}
