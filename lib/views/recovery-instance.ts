import type { FailbackReplicationConfigurationAnswer } from '@/lib/contract/failback-replication-configuration';
import { recoveryInstanceID as instanceIDSchema } from '@/lib/contract/identifiers';
import type {
  LagSample,
  RecoveryInstance,
  RecoveryInstanceAnswer,
} from '@/lib/contract/recovery-instance';
import { parseDuration } from '@/lib/format';
import { evaluateChecklist, evaluateReadiness } from '@/lib/readiness/evaluate';
import { failbackProcedureOf } from '@/lib/readiness/failback-procedure';
import type { Clock } from '@/lib/time';
import type { Reading } from '@/lib/watch/snapshot';
import { surroundingsIn } from './fleet';
import { notFound, requireWellFormed } from './ids';
import { snapshotHeaderOf } from './snapshot-header';
import type { Watched } from './watched';

/** All that is known of one recovery instance. Throws a ProblemError. */
export async function recoveryInstanceView(
  target: Watched,
  clock: Clock,
  recoveryInstanceID: string,
): Promise<RecoveryInstanceAnswer> {
  const { reading, instance } = await findRecoveryInstance(target, recoveryInstanceID);
  const surroundings = (await surroundingsIn(target, clock, reading))(instance);
  return {
    ...snapshotHeaderOf(target, reading),
    recoveryInstance: { ...instance, readiness: evaluateReadiness(instance, surroundings) },
    checklist: evaluateChecklist(instance, surroundings),
    failbackProcedure: failbackProcedureOf(instance, surroundings),
    thresholds: target.config.thresholds,
    lagHistory: lagHistoryOf(target, reading, instance),
  };
}

/** The failback replication settings of an instance. They are read on demand, not with each poll. Throws a ProblemError. */
export async function failbackReplicationConfigurationView(
  target: Watched,
  recoveryInstanceID: string,
): Promise<FailbackReplicationConfigurationAnswer> {
  await findRecoveryInstance(target, recoveryInstanceID);
  const reading = await target.watch.failbackReplicationConfiguration(recoveryInstanceID).latest();
  return { ...snapshotHeaderOf(target, reading), configuration: reading.value };
}

/** An instance in the newest reading of the fleet. Throws a ProblemError when it is not there. */
export async function findRecoveryInstance(target: Watched, recoveryInstanceID: string) {
  requireWellFormed(instanceIDSchema, recoveryInstanceID);
  const reading = await target.watch.fleet.latest();
  const instance = reading.value.find((item) => item.recoveryInstanceID === recoveryInstanceID);
  if (!instance) throw notFound('recovery instance', recoveryInstanceID, target.name);
  return { reading, instance };
}

/** What was sampled, and the present lag, which the samples may not have taken in yet. */
function lagHistoryOf(
  { watch }: Watched,
  { asOf }: Reading<unknown>,
  { recoveryInstanceID, dataReplicationInfo }: RecoveryInstance,
): LagSample[] {
  const samples = watch.lagHistory.of(recoveryInstanceID);
  const present = {
    asOf: asOf.toISOString(),
    lagSeconds: parseDuration(dataReplicationInfo?.lagDuration) ?? null,
  };
  return samples.length === 0 || samples.at(-1)?.asOf === present.asOf
    ? samples
    : [...samples, present];
}
