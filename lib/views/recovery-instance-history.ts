import type { Job, JobOutcome, ParticipatingServer } from '@/lib/contract/job';
import { problemIn } from '@/lib/contract/problem-error';
import type { RecoveryInstance } from '@/lib/contract/recovery-instance';
import type { PastJob, RecoveryInstanceHistory } from '@/lib/contract/recovery-instance-history';
import { listLaunchesOf } from '@/lib/store/launches-of-instance';
import type { Store } from '@/lib/store/schema';
import { findRecoveryInstance } from './recovery-instance';
import { snapshotHeaderOf } from './snapshot-header';
import type { Watched } from './watched';

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
  const ofInstance = jobs.value.filter(({ participatingServers = [] }) =>
    participatingServers.some((server) => isOf(server, instance)),
  );
  const verdictOn = await target.watch.verdicts.on(ofInstance);
  return {
    ...snapshotHeaderOf(target, jobs),
    ...launches,
    jobs: ofInstance.flatMap((job) => pastJob(job, verdictOn(job), instance) ?? []),
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

/** Whether these are ids of the instance, or of the server it was launched from. */
const isOf = (
  {
    recoveryInstanceID,
    sourceServerID,
  }: Pick<ParticipatingServer, 'recoveryInstanceID' | 'sourceServerID'>,
  instance: RecoveryInstance,
) =>
  recoveryInstanceID === instance.recoveryInstanceID ||
  (sourceServerID !== undefined && sourceServerID === instance.sourceServerID);

/** The part of one server in a job; undefined when it has none. */
function pastJob(
  job: Job,
  { servers, outcome: jobOutcome }: JobOutcome,
  instance: RecoveryInstance,
): PastJob | undefined {
  const server = servers.find((one) => isOf(one, instance));
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
    outcome: jobOutcome,
  };
}
