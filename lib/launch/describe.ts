import type { Batch, FailbackLaunch } from '@/lib/contract/failback-launch';
import type { Job } from '@/lib/contract/job';
import { judgeJob } from '@/lib/outcome/judge';
import type { StoredBatch, StoredLaunch } from '@/lib/store/launches';
import type { LaunchContext } from './context';

/** A launch with what has become of it, judged by statuses and, when asked for, by the logs too. */
export async function describeLaunch(
  context: LaunchContext,
  launch: StoredLaunch,
  { withLogs }: { withLogs: boolean },
): Promise<FailbackLaunch> {
  const { launchID, target, createdDateTime, actor, tags } = launch;
  const jobs = launch.batches.some(({ jobID }) => jobID) ? await jobsByID(context) : new Map();
  const batches = await Promise.all(
    launch.batches.map((batch) => describeBatch(context, batch, jobs, withLogs)),
  );
  return { launchID, target, createdDateTime, actor, tags, batches };
}

async function describeBatch(
  context: LaunchContext,
  batch: StoredBatch,
  jobs: Map<string, Job>,
  withLogs: boolean,
): Promise<Batch> {
  const job = jobs.get(batch.jobID ?? '') ?? batch.job;
  if (!job) return { ...batch, job: null, outcome: null };
  const log = withLogs
    ? await context.watch
        .log(job)
        .latest()
        .catch(() => null)
    : null;
  return { ...batch, job, outcome: judgeJob(job, log?.value ?? null) };
}

/** An unreadable DRS leaves the job as it was when the launch was recorded. */
async function jobsByID({ watch }: LaunchContext): Promise<Map<string, Job>> {
  const jobs = await watch.jobs.latest().catch(() => undefined);
  return new Map((jobs?.value ?? []).map((job) => [job.jobID, job]));
}
