import type { Job } from '@/lib/contract/job';
import { type ProblemError, refusal } from '@/lib/contract/problem-error';
import { describeJobs } from '@/lib/drs/jobs';
import { isUnderWay } from '@/lib/outcome/under-way';
import { readBatch } from '@/lib/store/batches';
import { type Holder, releaseServers } from '@/lib/store/held-servers';
import type { StoredBatch } from '@/lib/store/launches';
import { hasEnded } from '@/lib/outcome/running-jobs';
import { conflictsIn } from '../conflicts';
import type { LaunchContext } from '../context';
import { keyOf } from '../send-context';

/**
 * Frees the servers that an earlier launch of ours has, where its job has ended for them as DRS says now. Throws a
 * ProblemError when one has not: whether a reading of the fleet shows it or not, that server is not launched again.
 */
export async function refuseUnlessEnded(
  context: LaunchContext,
  targetName: string,
  holders: readonly Holder[],
) {
  const store = await context.store();
  const target = context.targets.get(targetName);
  const batches = new Map<string, StoredBatch | undefined>();
  for (const holder of holders) {
    if (batches.has(keyOf(holder))) continue;
    batches.set(keyOf(holder), await readBatch(store, { ...holder, target: targetName }));
  }
  const wanted = [...batches.values()].flatMap((batch) => batch?.jobID ?? []);
  const jobs = await describeJobs(target.drs, { jobIDs: wanted });
  const byID = new Map(jobs.map((job) => [job.jobID, job]));
  const ended = holders.filter((holder) => {
    const batch = batches.get(keyOf(holder));
    const job = byID.get(batch?.jobID ?? '');
    if (job) return isOver(job, holder.recoveryInstanceID);
    return batch !== undefined && isForgotten(batch, context.clock.now());
  });
  await releaseServers(store, targetName, ended);
  const [still] = holders.filter((holder) => !ended.includes(holder));
  if (!still) return;
  const ids = holders.map(({ recoveryInstanceID }) => recoveryInstanceID);
  const conflicts = await conflictsIn({ context, target }, ids, jobs);
  const { problem } = underWay(still, holders.length - ended.length - 1);
  throw refusal({ ...problem, ...(conflicts.length > 0 ? { conflicts } : {}) });
}

/** The refusal that a launch meets when the end of earlier ones is open; undefined when there are none. */
export function refusalByHolders([first, ...more]: readonly Holder[]): ProblemError | undefined {
  return first && underWay(first, more.length);
}

function underWay({ launchID, recoveryInstanceID }: Holder, more: number): ProblemError {
  return refusal({
    status: 409,
    code: 'launch-under-way',
    title: 'A launch of these servers is under way',
    detail: `${launchID} has ${recoveryInstanceID}${more > 0 ? ` and ${more} more` : ''}, and its end is not clear yet. See to that launch first.`,
    launchID,
  });
}

function isOver(job: Job, recoveryInstanceID: string): boolean {
  if (!isUnderWay(job)) return true;
  const server = job.participatingServers?.find(
    (candidate) => candidate.recoveryInstanceID === recoveryInstanceID,
  );
  return server !== undefined && hasEnded(server);
}

/** DRS lists every job until somebody deletes it; a new one may be out of sight for a moment. Milliseconds. */
const UNLISTED_FOR = 24 * 60 * 60_000;

/** A job that DRS answered with so long ago, and does not list, was deleted: only an ended one can be. */
function isForgotten({ jobID, answeredDateTime }: StoredBatch, now: Date): boolean {
  if (jobID === null || answeredDateTime === null) return false;
  return now.getTime() - Date.parse(answeredDateTime) > UNLISTED_FOR;
}
