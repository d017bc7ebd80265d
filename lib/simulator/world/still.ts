import { endFor } from '../jobs/standing';
import type { Life } from './life';
import type { Moment } from './moment';
import type { RecoveryInstance } from './recovery-instance';
import type { World } from './world';

interface Remembered {
  /** When it was worked out: it is not known how it stood before. */
  from: Moment;
  /** How many facts there were; they are only ever added. */
  facts: number;
  life: Life;
}

const lives = new WeakMap<RecoveryInstance, Remembered>();

/**
 * Remembers a life in which nothing moves until something happens or the pace changes. Most of a fleet stands still
 * for hours, and what it answers is the same as if it were worked out anew.
 */
export function whileStill(
  world: World,
  instance: RecoveryInstance,
  moment: Moment,
  workOut: (world: World, instance: RecoveryInstance, moment: Moment) => Life,
): Life {
  const known = lives.get(instance);
  if (known && isAsItWas(known, instance, moment)) return known.life;
  const life = workOut(world, instance, moment);
  if (isStill(world, instance, life, moment)) {
    lives.set(instance, { from: moment, facts: instance.facts.length, life });
  }
  return life;
}

const isAsItWas = ({ from, facts }: Remembered, instance: RecoveryInstance, moment: Moment) =>
  from.now <= moment.now &&
  from.paces === moment.paces &&
  from.stalledIsError === moment.stalledIsError &&
  facts === instance.facts.length;

/** Whether time alone changes nothing: nothing is copied, no job works on it, and nothing is still to happen. */
function isStill(
  world: World,
  { recoveryInstanceID, facts }: RecoveryInstance,
  { replication, replicationState }: Life,
  { now, paces }: Moment,
): boolean {
  if (replication && !['CONTINUOUS', 'STOPPED'].includes(replicationState)) return false;
  return facts.every(
    (fact) =>
      fact.at <= now &&
      (!('jobID' in fact) || endFor(world.jobs[fact.jobID], recoveryInstanceID, now, paces)),
  );
}
