import type { Batch, FailbackLaunch } from '@/lib/contract/failback-launch';
import type { Job } from '@/lib/contract/job';
import { judgeJob } from '@/lib/outcome/judge';
import type { StoredBatch, StoredLaunch } from '@/lib/store/launches';
import type { TargetWatch } from '@/lib/watch/target-watch';
import type { LaunchContext } from './context';

/** A launch with what has become of it, judged by statuses and, when asked for, by the logs too. */
export async function describeLaunch(
  context: LaunchContext,
  launch: StoredLaunch,
  { withLogs }: { withLogs: boolean },
): Promise<FailbackLaunch> {
  const { launchID, target, createdDateTime, actor, tags } = launch;
  const watch = context.targets.find(target)?.watch;
  const jobs = launch.batches.some(({ jobID }) => jobID) ? await jobsByID(watch) : new Map();
  const batches = await Promise.all(
    launch.batches.map((batch) =>
      describeBatch(batch, jobs.get(batch.jobID ?? ''), withLogs ? watch : undefined),
    ),
  );
  return {
    launchID,
    target,
    createdDateTime,
    actor,
    tags,
    withoutTags: false,
    paused: null,
    batches,
  };
}

async function describeBatch(
  batch: StoredBatch,
  listed: Job | undefined,
  logs: TargetWatch | undefined,
): Promise<Batch> {
  const job = listed ?? batch.job;
  const attempts = batch.sentDateTime ? 1 : 0;
  const described = { ...batch, version: 0, attempts, waiting: null, evidence: null };
  if (!job) return { ...described, job: null, outcome: null };
  const log = await logs
    ?.log(job)
    .latest()
    .catch(() => null);
  return { ...described, job, outcome: judgeJob(job, log?.value ?? null) };
}

/** An unreadable DRS leaves the job as it was when the launch was recorded. */
async function jobsByID(watch: TargetWatch | undefined): Promise<Map<string, Job>> {
  const jobs = await watch?.jobs.latest().catch(() => undefined);
  return new Map((jobs?.value ?? []).map((job) => [job.jobID, job]));
}
