import type { Job } from '@/lib/contract/job';
import { problemIn } from '@/lib/contract/problem-error';
import type { RecoveryInstance } from '@/lib/contract/recovery-instance';
import type { PastJob, RecoveryInstanceHistory } from '@/lib/contract/recovery-instance-history';
import { judgeJob } from '@/lib/outcome/judge';
import { listLaunchesOf } from '@/lib/store/launches-of-instance';
import type { Store } from '@/lib/store/schema';
import { findRecoveryInstance } from './recovery-instance-view';
import { type Watched, header } from './views';

/**
 * The launches that asked for a recovery instance, and the jobs it took part in. Launches that cannot be read
 * keep nobody from the jobs. Throws a ProblemError when DRS cannot be read or does not list the instance.
 */
export async function recoveryInstanceHistoryView(
  target: Watched,
  store: () => Promise<Store>,
  recoveryInstanceID: string,
): Promise<RecoveryInstanceHistory> {
  const { instance } = await findRecoveryInstance(target, recoveryInstanceID);
  const [jobs, launches] = await Promise.all([
    target.watch.jobs.latest(),
    pastLaunches(target, store, recoveryInstanceID),
  ]);
  return {
    ...header(target, jobs),
    ...launches,
    jobs: jobs.value.flatMap((job) => pastJob(target, job, instance) ?? []),
  };
}

async function pastLaunches(target: Watched, store: () => Promise<Store>, id: string) {
  try {
    const launches = await listLaunchesOf(await store(), target.name, id);
    return { launches, launchesProblem: null };
  } catch (error) {
    const launchesProblem = problemIn(error);
    if (!launchesProblem) throw error;
    return { launches: [], launchesProblem };
  }
}

/** The part of one server in a job; undefined when it has none. */
function pastJob({ watch }: Watched, job: Job, instance: RecoveryInstance): PastJob | undefined {
  const judged = judgeJob(job, watch.log(job).last()?.value ?? null);
  const server = judged.servers.find(
    ({ recoveryInstanceID, sourceServerID }) =>
      recoveryInstanceID === instance.recoveryInstanceID ||
      (sourceServerID !== undefined && sourceServerID === instance.sourceServerID),
  );
  if (!server) return undefined;
  const { jobID, type, initiatedBy, status, creationDateTime, endDateTime } = job;
  const { outcome, sentence, rawError } = server;
  return {
    jobID,
    ...(type ? { type } : {}),
    ...(initiatedBy ? { initiatedBy } : {}),
    ...(status ? { status } : {}),
    ...(creationDateTime ? { creationDateTime } : {}),
    ...(endDateTime ? { endDateTime } : {}),
    server: { outcome, sentence, ...(rawError ? { rawError } : {}) },
    outcome: judged.outcome,
  };
}
