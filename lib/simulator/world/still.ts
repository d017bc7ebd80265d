import { endFor } from '../jobs/progress';
import type { InstanceState } from './instance-state';
import type { Moment } from './moment';
import type { RecoveryInstance } from './recovery-instance';
import type { World } from './world';

interface Remembered {
  /** The moment for which it was computed; it says nothing of earlier moments. */
  from: Moment;
  /** How many facts there were; they are only ever added. */
  facts: number;
  state: InstanceState;
}

const remembered = new WeakMap<RecoveryInstance, Remembered>();

/**
 * Remembers the state of an instance while nothing moves: until something happens to it or the speed changes. Most of a
 * fleet stands still for hours, and the remembered state is the same as a new one.
 */
export function whileStill(
  world: World,
  instance: RecoveryInstance,
  moment: Moment,
  workOut: (world: World, instance: RecoveryInstance, moment: Moment) => InstanceState,
): InstanceState {
  const known = remembered.get(instance);
  if (known && isAsItWas(known, instance, moment)) return known.state;
  const state = workOut(world, instance, moment);
  if (isStill(world, instance, state, moment)) {
    remembered.set(instance, { from: moment, facts: instance.facts.length, state });
  }
  return state;
}

const isAsItWas = ({ from, facts }: Remembered, instance: RecoveryInstance, moment: Moment) =>
  from.now <= moment.now &&
  from.speedHistory === moment.speedHistory &&
  from.stalledIsError === moment.stalledIsError &&
  facts === instance.facts.length;

/** Whether time alone changes nothing: nothing is copied, no job works on it, and nothing is still to happen. */
function isStill(
  world: World,
  { recoveryInstanceID, facts }: RecoveryInstance,
  { replication, replicationState }: InstanceState,
  { now, speedHistory }: Moment,
): boolean {
  if (replication && !['CONTINUOUS', 'STOPPED'].includes(replicationState)) return false;
  return facts.every(
    (fact) =>
      fact.at <= now &&
      (!('jobID' in fact) || endFor(world.jobs[fact.jobID], recoveryInstanceID, now, speedHistory)),
  );
}
