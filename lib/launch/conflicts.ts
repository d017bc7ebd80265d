import type { Job } from '@/lib/contract/job';
import type { Problem } from '@/lib/contract/problem';
import { problemIn } from '@/lib/contract/problem-error';
import { LAUNCH_TAG, parseCorrelation } from '@/lib/contract/tag-rules';
import { isUnderWay } from '@/lib/outcome/under-way';
import { findActor } from '@/lib/store/launches';
import type { Target } from '@/lib/targets/target';
import { hasEnded } from '@/lib/outcome/running-jobs';
import type { LaunchContext } from './context';

type Conflict = NonNullable<Problem['conflicts']>[number];

/** A server that a running job has. */
export interface TakenServer {
  recoveryInstanceID: string;
  job: Job;
}

/** Those of these servers that running jobs have, as the fleet was last read. */
export function takenServers(
  { watch }: Target,
  recoveryInstanceIDs: readonly string[],
  jobs: readonly Job[],
): TakenServer[] {
  const running = jobs.filter(isUnderWay);
  if (running.length === 0) return [];
  const fleet = watch.fleet.last()?.value ?? [];
  const wanted = new Set(recoveryInstanceIDs);
  const bySource = new Map(fleet.map((item) => [item.sourceServerID, item.recoveryInstanceID]));
  return running.flatMap((job) =>
    (job.participatingServers ?? []).flatMap((server) => {
      const id = server.recoveryInstanceID ?? bySource.get(server.sourceServerID);
      const isTaken = id !== undefined && wanted.has(id) && !hasEnded(server);
      return isTaken ? [{ recoveryInstanceID: id, job }] : [];
    }),
  );
}

/** The same for the caller: which server, which job, whose, since when. */
export async function describeConflicts(
  context: LaunchContext,
  taken: readonly TakenServer[],
): Promise<Conflict[]> {
  const owners = await ownersOf(context, new Set(taken.map(({ job }) => job)));
  return taken.map(({ recoveryInstanceID, job }) => ({
    recoveryInstanceID,
    jobID: job.jobID,
    ...(job.initiatedBy ? { initiatedBy: job.initiatedBy } : {}),
    ...(job.creationDateTime ? { creationDateTime: job.creationDateTime } : {}),
    ...owners.get(job),
  }));
}

/** The running jobs that have some of these servers, for the caller. */
export function conflictsIn(
  { context, target }: { context: LaunchContext; target: Target },
  recoveryInstanceIDs: readonly string[],
  jobs: readonly Job[],
): Promise<Conflict[]> {
  return describeConflicts(context, takenServers(target, recoveryInstanceIDs, jobs));
}

/** The launch and the person behind each job of ours; nothing for jobs of others. */
async function ownersOf(context: LaunchContext, jobs: ReadonlySet<Job>) {
  const owners = new Map<Job, { launchID: string; actor: string }>();
  for (const job of jobs) {
    const launchID = parseCorrelation(job.tags?.[LAUNCH_TAG])?.launchID;
    const actor = launchID === undefined ? undefined : await actorOf(context, launchID);
    if (launchID !== undefined && actor !== undefined) owners.set(job, { launchID, actor });
  }
  return owners;
}

/** A job in the way is told of also while the store cannot tell whose it is. */
async function actorOf({ store }: LaunchContext, launchID: string): Promise<string | undefined> {
  try {
    return await findActor(await store(), launchID);
  } catch (error) {
    if (problemIn(error)) return undefined;
    throw error;
  }
}
