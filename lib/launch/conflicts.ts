import type { Job } from '@/lib/contract/job';
import type { Problem } from '@/lib/contract/problem';
import { LAUNCH_TAG } from '@/lib/contract/tags';
import { findLaunch } from '@/lib/store/launches';
import type { Target } from '@/lib/targets/target';
import { hasEnded } from '@/lib/watch/running-jobs';
import type { LaunchContext } from './context';
import { isRunning } from './usage';

type Conflict = NonNullable<Problem['conflicts']>[number];

/** The running jobs that have some of these servers: which server, which job, whose, since when. */
export async function conflictsIn(
  { context, target }: { context: LaunchContext; target: Target },
  recoveryInstanceIDs: readonly string[],
  jobs: readonly Job[],
): Promise<Conflict[]> {
  const fleet = target.watch.fleet.last()?.value ?? [];
  const wanted = new Set(recoveryInstanceIDs);
  const bySource = new Map(fleet.map((item) => [item.sourceServerID, item.recoveryInstanceID]));
  const found = jobs.filter(isRunning).flatMap((job) =>
    (job.participatingServers ?? []).flatMap((server) => {
      const id = server.recoveryInstanceID ?? bySource.get(server.sourceServerID);
      return id !== undefined && wanted.has(id) && !hasEnded(server) ? [{ id, job }] : [];
    }),
  );
  return Promise.all(
    found.map(async ({ id, job }) => ({
      recoveryInstanceID: id,
      jobID: job.jobID,
      ...(job.initiatedBy ? { initiatedBy: job.initiatedBy } : {}),
      ...(job.creationDateTime ? { creationDateTime: job.creationDateTime } : {}),
      ...(await ownerOf(context, job)),
    })),
  );
}

/** The launch and the person behind a job of ours; nothing for jobs of others. */
async function ownerOf({ store }: LaunchContext, { tags }: Job) {
  const launchID = tags?.[LAUNCH_TAG]?.split('/')[0];
  const launch = launchID === undefined ? undefined : await findLaunch(await store(), launchID);
  return launch ? { launchID: launch.launchID, actor: launch.actor } : {};
}
