import type { ZodType } from 'zod';
import type { JobAnswer, JobLogAnswer, JobsSnapshot } from '@/lib/contract/job';
import { jobID as jobIDSchema } from '@/lib/contract/identifiers';
import { refusal } from '@/lib/contract/problem-error';
import type { Readiness } from '@/lib/contract/readiness';
import type { FleetSnapshot, RecoveryInstance } from '@/lib/contract/recovery-instance';
import type { SnapshotHeader } from '@/lib/contract/snapshot-header';
import { inOrder } from '@/lib/outcome/in-order';
import { isUnderWay } from '@/lib/outcome/under-way';
import { evaluateReadiness } from '@/lib/readiness/evaluate';
import type { Clock } from '@/lib/time';
import type { Reading } from '@/lib/watch/snapshot';
import { type WatchedConfig, surroundingsOf } from './surroundings';
import type { TargetWatch } from '@/lib/watch/target-watch';

/** The target that a view is of. */
export interface Watched {
  name: string;
  config: WatchedConfig;
  watch: TargetWatch;
}

/** An unknown job is looked for once more unless the last look is younger than this, in milliseconds. */
const LOOK_AGE = 3_000;

/** What each page is given: the newest readings of the watch, judged. All throw ProblemErrors. */
export async function fleetView(target: Watched, clock: Clock): Promise<FleetSnapshot> {
  const reading = await latestFleet(target);
  const readinessOf = await readinessIn(target, clock, reading);
  const recoveryInstances = reading.value.map((instance) => ({
    ...instance,
    readiness: readinessOf(instance),
  }));
  return { ...header(target, reading), recoveryInstances };
}

/** The newest reading of the fleet. Readiness needs the jobs as well: they are read beside it, not after it. */
export async function latestFleet({ watch }: Watched): Promise<Reading<RecoveryInstance[]>> {
  void watch.jobs.latest().catch(() => undefined);
  return watch.fleet.latest();
}

export async function jobsView(target: Watched): Promise<JobsSnapshot> {
  const reading = await target.watch.jobs.latest();
  const verdictOn = await target.watch.verdicts.on(reading.value);
  const jobs = reading.value.map((job) => {
    const { outcome, sentence, isLogRead } = verdictOn(job);
    return { ...job, outcome: { outcome, sentence, isLogRead } };
  });
  return { ...header(target, reading), jobs };
}

export async function jobView(target: Watched, jobID: string): Promise<JobAnswer> {
  const { reading, job } = await findJob(target, jobID);
  const [{ outcome, problem: logProblem }, names] = await Promise.all([
    target.watch.verdicts.withLog(job),
    namesOf(target),
  ]);
  const problem = reading.problem ?? logProblem;
  const ids = new Set(outcome.servers.map(({ sourceServerID }) => sourceServerID));
  return {
    ...header(target, { ...reading, problem, interval: isUnderWay(job) ? reading.interval : null }),
    job,
    outcome,
    logProblem,
    names: Object.fromEntries(names.filter(([id]) => ids.has(id))),
    expectation: target.watch.expectationOf(job),
  };
}

export async function jobLogView(target: Watched, jobID: string): Promise<JobLogAnswer> {
  const { job } = await findJob(target, jobID);
  const reading = await target.watch.log(job).latest();
  return { ...header(target, reading), jobID, items: inOrder(reading.value) };
}

async function findJob(target: Watched, jobID: string) {
  refuseMalformed(jobIDSchema, jobID);
  const known = await target.watch.jobs.latest();
  const job = known.value.find((item) => item.jobID === jobID);
  if (job) return { reading: known, job };
  // It may have been started elsewhere since the last look.
  const reading = await target.watch.jobs.fresh(LOOK_AGE);
  const found = reading.value.find((item) => item.jobID === jobID);
  if (!found) throw unknown('job', jobID, target.name);
  return { reading, job: found };
}

/** What gives the readiness of an instance of a reading, as of now. */
export async function readinessIn(
  target: Watched,
  clock: Clock,
  reading: Reading<unknown>,
): Promise<(instance: RecoveryInstance) => Readiness> {
  const surroundings = await surroundingsIn(target, clock, reading);
  return (instance) => evaluateReadiness(instance, surroundings(instance));
}

/** What the instances of a reading are judged with, as of now. */
export async function surroundingsIn(
  { watch, config }: Watched,
  clock: Clock,
  fleet: Reading<unknown>,
) {
  const jobs = await watch.jobs.latest().catch(() => undefined);
  const { clockOffset } = watch;
  return surroundingsOf(config, { fleet, jobs, clockOffset }, clock.now());
}

/** Hostnames by source server id; none while the fleet cannot be read. */
async function namesOf({ watch }: Watched): Promise<[id: string, name: string][]> {
  const fleet = await watch.fleet.latest().catch(() => undefined);
  return (fleet?.value ?? []).flatMap(({ sourceServerID, recoveryInstanceProperties }) => {
    const name = recoveryInstanceProperties?.identificationHints?.hostname;
    return sourceServerID && name ? [[sourceServerID, name] as [string, string]] : [];
  });
}

/** Whose reading it is, how old, and what has gone wrong since. */
export function header(
  { name: target }: Pick<Watched, 'name'>,
  { asOf, sequence, problem, retryAt, interval }: Reading<unknown>,
): SnapshotHeader {
  return {
    target,
    asOf: asOf.toISOString(),
    sequence,
    problem,
    retryAt: retryAt?.toISOString() ?? null,
    intervalSeconds: interval === null ? null : interval / 1_000,
  };
}

/** Throws a ProblemError that says what an id looks like. */
export function refuseMalformed(schema: ZodType, id: string) {
  const { error } = schema.safeParse(id);
  if (!error) return;
  throw refusal({
    status: 400,
    code: 'malformed-id',
    title: 'The id is malformed',
    detail: error.issues.map(({ message }) => message).join(' '),
  });
}

export function unknown(what: string, id: string, target: string) {
  return refusal({
    status: 404,
    code: `unknown-${what.replace(' ', '-')}`,
    title: `Unknown ${what}`,
    detail: `DRS lists no ${what} ${id} in ${target}. Check the id; it may have been deleted.`,
  });
}
