import { jobID as jobIDSchema } from '@/lib/contract/identifiers';
import type { JobAnswer, JobLogAnswer, JobsSnapshot } from '@/lib/contract/job';
import { inOrder } from '@/lib/outcome/in-order';
import { isUnderWay } from '@/lib/outcome/under-way';
import { notFound, requireWellFormed } from './ids';
import { snapshotHeaderOf } from './snapshot-header';
import type { Watched } from './watched';

/** An unknown job is looked for once more unless the last look is younger than this, in milliseconds. */
const LOOK_AGE = 3_000;

/** The jobs of a target, newest first, each with its outcome. Throws a ProblemError. */
export async function jobsView(target: Watched): Promise<JobsSnapshot> {
  const reading = await target.watch.jobs.latest();
  const verdictOn = await target.watch.verdicts.on(reading.value);
  const jobs = reading.value.map((job) => {
    const { outcome, sentence, isLogRead } = verdictOn(job);
    return { ...job, outcome: { outcome, sentence, isLogRead } };
  });
  return { ...snapshotHeaderOf(target, reading), jobs };
}

/** One job with all that is known of it. Throws a ProblemError. */
export async function jobView(target: Watched, jobID: string): Promise<JobAnswer> {
  const { reading, job } = await findJob(target, jobID);
  const [{ outcome, problem: logProblem }, names] = await Promise.all([
    target.watch.verdicts.withLog(job),
    namesOf(target),
  ]);
  const problem = reading.problem ?? logProblem;
  // A log that may not be read is left alone, and without it nothing more can be told of a job that has ended.
  const isFinal =
    !isUnderWay(job) && (outcome.isLogRead || logProblem?.code === 'drs-access-denied');
  const ids = new Set(outcome.servers.map(({ sourceServerID }) => sourceServerID));
  return {
    ...snapshotHeaderOf(target, {
      ...reading,
      problem,
      interval: isFinal ? null : reading.interval,
    }),
    job,
    outcome,
    logProblem,
    names: Object.fromEntries(names.filter(([id]) => ids.has(id))),
    expectation: target.watch.expectationOf(job),
  };
}

/** The log of one job, in order. Throws a ProblemError. */
export async function jobLogView(target: Watched, jobID: string): Promise<JobLogAnswer> {
  const { job } = await findJob(target, jobID);
  const reading = await target.watch.log(job).latest();
  return { ...snapshotHeaderOf(target, reading), jobID, items: inOrder(reading.value) };
}

async function findJob(target: Watched, jobID: string) {
  requireWellFormed(jobIDSchema, jobID);
  const known = await target.watch.jobs.latest();
  const job = known.value.find((item) => item.jobID === jobID);
  if (job) return { reading: known, job };
  // It may have been started elsewhere since the last look.
  const reading = await target.watch.jobs.fresh(LOOK_AGE);
  const found = reading.value.find((item) => item.jobID === jobID);
  if (!found) throw notFound('job', jobID, target.name);
  return { reading, job: found };
}

/** Hostnames by source server id; none while the fleet cannot be read. */
async function namesOf({ watch }: Watched): Promise<[id: string, name: string][]> {
  const fleet = await watch.fleet.latest().catch(() => undefined);
  return (fleet?.value ?? []).flatMap(({ sourceServerID, recoveryInstanceProperties }) => {
    const name = recoveryInstanceProperties?.identificationHints?.hostname;
    return sourceServerID && name ? [[sourceServerID, name] as [string, string]] : [];
  });
}
