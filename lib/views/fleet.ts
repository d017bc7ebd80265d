import type { Readiness } from '@/lib/contract/readiness';
import type { FleetSnapshot, RecoveryInstance } from '@/lib/contract/recovery-instance';
import { evaluateReadiness } from '@/lib/readiness/evaluate';
import type { Clock } from '@/lib/time';
import type { Reading } from '@/lib/watch/snapshot';
import { snapshotHeaderOf } from './snapshot-header';
import { surroundingsOf } from './surroundings';
import type { Watched } from './watched';

/** Every instance of the newest reading, judged. Throws a ProblemError. */
export async function fleetView(target: Watched, clock: Clock): Promise<FleetSnapshot> {
  const reading = await latestFleet(target);
  const readinessOf = await readinessIn(target, clock, reading);
  const recoveryInstances = reading.value.map((instance) => ({
    ...instance,
    readiness: readinessOf(instance),
  }));
  return { ...snapshotHeaderOf(target, reading), recoveryInstances };
}

/** The newest reading of the fleet. Readiness needs the jobs as well: they are read beside it, not after it. */
export async function latestFleet({ watch }: Watched): Promise<Reading<RecoveryInstance[]>> {
  void watch.jobs.latest().catch(() => undefined);
  return watch.fleet.latest();
}

/** Returns a function that gives the readiness of an instance of a reading, as of now. */
export async function readinessIn(
  target: Watched,
  clock: Clock,
  reading: Reading<unknown>,
): Promise<(instance: RecoveryInstance) => Readiness> {
  const surroundings = await surroundingsIn(target, clock, reading);
  return (instance) => evaluateReadiness(instance, surroundings(instance));
}

/** Returns a function that gives what an instance of a reading is judged with, as of now. */
export async function surroundingsIn(
  { watch, config }: Watched,
  clock: Clock,
  fleet: Reading<unknown>,
) {
  const jobs = await watch.jobs.latest().catch(() => undefined);
  const { clockOffset } = watch;
  return surroundingsOf(config, { fleet, jobs, clockOffset }, clock.now());
}
