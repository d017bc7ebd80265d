import type { Batch, FailbackLaunch, JobsReading } from '@/lib/contract/failback-launch';
import type { Job } from '@/lib/contract/job';
import { judgeJob } from '@/lib/outcome/judge';
import { judgeLaunch } from '@/lib/outcome/launch';
import type { StoredBatch, StoredLaunch } from '@/lib/store/launches';
import { inFlightBatches, waitingBatches } from '@/lib/store/queue';
import type { TargetWatch } from '@/lib/watch/target-watch';
import type { LaunchContext } from './context';
import { dispatcherOf } from './queue/dispatcher';
import { jobOf } from './batch-job';
import { type JudgedJob, readingOf, withAnswersOf, withLogsOf } from './jobs-reading';
import { listedSince } from './listed-since';
import type { QueueState } from './queue/turn';
import { describeWaiting } from './queue/waiting';

interface Detail {
  withLogs: boolean;
}

/** A launch with what has become of it, judged by statuses and, when asked for, by the logs too. */
export async function describeLaunch(
  context: LaunchContext,
  launch: StoredLaunch,
  detail: Detail,
): Promise<FailbackLaunch> {
  const surroundings = await surroundingsOf(context, launch.target, [launch]);
  return describe(launch, surroundings, detail);
}

/** The same for many launches; what they share is read once. */
export async function describeLaunches(
  context: LaunchContext,
  launches: readonly StoredLaunch[],
  detail: Detail,
): Promise<FailbackLaunch[]> {
  const names = [...new Set(launches.map(({ target }) => target))];
  const surroundings = new Map(
    await Promise.all(
      names.map(async (name) => {
        const ofTarget = launches.filter(({ target }) => target === name);
        return [name, await surroundingsOf(context, name, ofTarget)] as const;
      }),
    ),
  );
  return Promise.all(
    launches.map((launch) => describe(launch, surroundings.get(launch.target), detail)),
  );
}

/** What of its target a launch is described with. */
interface Surroundings {
  watch: TargetWatch | undefined;
  jobs: Map<string, Job>;
  /** How the jobs were read; null when they were not needed, or cannot be. */
  reading: JobsReading | null;
  /** Absent when nothing waits, or the target is not configured any more. */
  queueState: QueueState | undefined;
}

async function surroundingsOf(
  context: LaunchContext,
  name: string,
  launches: readonly StoredLaunch[],
): Promise<Surroundings> {
  const target = context.targets.find(name);
  const batches = launches.flatMap((launch) => launch.batches);
  const needsJobs = batches.some(({ jobID, state }) => jobID !== null || state === 'planned');
  // A DRS that cannot be read now leaves the jobs as they were when the launch was recorded.
  const reading = needsJobs ? await target?.watch.jobs.lastWithin() : undefined;
  const jobs = reading?.value ?? [];
  const surroundings = {
    watch: target?.watch,
    jobs: new Map(jobs.map((job) => [job.jobID, job])),
    reading: target && needsJobs ? readingOf(target, reading) : null,
    queueState: undefined,
  };
  if (!target || !batches.some(({ state }) => state === 'planned')) return surroundings;
  const store = await context.store();
  const now = context.clock.now();
  const queueState: QueueState = {
    waiting: await waitingBatches(store, name),
    inFlight: await inFlightBatches(store, name, listedSince(now)),
    jobs,
    quotas: dispatcherOf(context, target).limits.now(),
    now,
  };
  return { ...surroundings, queueState };
}

async function describe(
  launch: StoredLaunch,
  surroundings: Surroundings | undefined,
  { withLogs }: Detail,
): Promise<FailbackLaunch> {
  const { launchID, target, createdDateTime, actor, tags, withoutTags, paused } = launch;
  const jobs = await Promise.all(
    launch.batches.map((batch) => judgeBatch(batch, surroundings, withLogs)),
  );
  const batches = launch.batches.map((batch, index) =>
    describeBatch(launchID, batch, jobs[index] ?? null, surroundings),
  );
  const reading = withAnswersOf(withLogsOf(surroundings?.reading ?? null, jobs), jobs);
  return {
    launchID,
    target,
    createdDateTime,
    actor,
    tags,
    withoutTags,
    paused,
    outcome: judgeLaunch({ batches, paused }),
    batches,
    reading,
  };
}

/** The job of a batch, and what has become of it; null before there is one. */
async function judgeBatch(
  batch: StoredBatch,
  surroundings: Surroundings | undefined,
  withLogs: boolean,
): Promise<JudgedJob | null> {
  const known = jobOf(batch, surroundings?.jobs, surroundings?.reading?.asOf ?? null);
  return known && { ...known, ...(await judge(known.job, surroundings?.watch, withLogs)) };
}

/** Of a target that is not configured any more only the job is on record. */
async function judge(job: Job, watch: TargetWatch | undefined, withLogs: boolean) {
  if (!watch) return { outcome: judgeJob(job, null) };
  if (withLogs) return watch.verdicts.withLog(job);
  return { outcome: (await watch.verdicts.on([job]))(job) };
}

function describeBatch(
  launchID: string,
  batch: StoredBatch,
  judged: JudgedJob | null,
  surroundings: Surroundings | undefined,
): Batch {
  return {
    number: batch.number,
    state: batch.state,
    version: batch.version,
    attempts: batch.attempts,
    recoveryInstanceIDs: batch.recoveryInstanceIDs,
    sentDateTime: batch.sentDateTime,
    answeredDateTime: batch.answeredDateTime,
    jobID: batch.jobID,
    job: judged?.job ?? null,
    outcome: judged?.outcome ?? null,
    problem: batch.problem,
    waiting: waitingOf(launchID, batch, surroundings?.queueState),
    evidence: batch.evidence,
  };
}

function waitingOf(
  launchID: string,
  batch: StoredBatch,
  queueState: QueueState | undefined,
): Batch['waiting'] {
  if (batch.state !== 'planned' || !queueState) return null;
  const own = queueState.waiting.find(
    (other) => other.launchID === launchID && other.number === batch.number,
  );
  return own ? describeWaiting(own, queueState) : null;
}
