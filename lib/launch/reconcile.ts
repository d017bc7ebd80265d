import type { Job } from '@/lib/contract/job';
import { describeProblem } from '@/lib/contract/problem-error';
import { LAUNCH_TAG } from '@/lib/contract/tags';
import type { DrsDoor } from '@/lib/drs/client';
import { describeJobs } from '@/lib/drs/jobs';
import { type StoredBatch, type StoredLaunch, moveBatch } from '@/lib/store/launches';
import type { LaunchContext } from './context';
import { correlation } from './correlation';

/** How long after the last moment at which a call may have arrived its job may stay out of sight. */
const SETTLE_MILLISECONDS = 30_000;

/** The clocks of DRS and of this machine may differ by as much as this. */
const CLOCK_SKEW_MILLISECONDS = 60 * 60_000;

const PAUSE_MILLISECONDS = 2_000;
const LONGEST_PAUSE_MILLISECONDS = 15_000;

/**
 * Looks for the job of a batch whose answer is lost, by the tag that every job of ours carries, and sends
 * nothing. Found: the launch happened. Not found once everything has settled: a conflict was a refusal;
 * anything else is parked, for a person to decide. An unreachable DRS decides nothing; it is asked again.
 * Resolves after the first look; further ones go on in the background.
 */
export async function reconcile(context: LaunchContext, launch: StoredLaunch, batch: StoredBatch) {
  if (await look(context, launch, batch)) return;
  void keepLooking(context, launch, batch);
}

async function keepLooking(context: LaunchContext, launch: StoredLaunch, batch: StoredBatch) {
  let pause = PAUSE_MILLISECONDS;
  do {
    await context.wait(pause);
    pause = Math.min(pause * 1.5, LONGEST_PAUSE_MILLISECONDS);
  } while (!(await look(context, launch, batch).catch(() => false)));
}

/** One look; true when the batch has come to an end. */
async function look(
  context: LaunchContext,
  launch: StoredLaunch,
  batch: StoredBatch,
): Promise<boolean> {
  const store = await context.store();
  const { door, watch } = context.targets.get(launch.target);
  const at = { launchID: launch.launchID, number: batch.number };
  const sent = Date.parse(batch.sentDateTime ?? launch.createdDateTime);
  const isSettled =
    context.clock.now().getTime() >
    sent + context.config.drsTimeoutMilliseconds + SETTLE_MILLISECONDS;

  if (batch.state === 'planned') {
    // The process that wrote the intent ended before it sent anything.
    if (!isSettled) return false;
    await moveBatch(store, at, ['planned'], 'rejected', { problem: NEVER_SENT });
    return true;
  }
  const wanted = correlation(launch, batch.number);
  const job = await findJob(door, sent, wanted).catch(() => undefined);
  if (job) {
    const change = { jobID: job.jobID, job, problem: null };
    await moveBatch(store, at, ['sending', 'unknown'], 'found', change);
    watch.jobs.expire();
    return true;
  }
  if (job === undefined) return false;
  if (batch.problem?.status === 409) {
    await moveBatch(store, at, ['sending', 'unknown'], 'rejected');
    return true;
  }
  if (!isSettled) return false;
  await moveBatch(store, at, ['sending', 'unknown'], 'parked', {
    problem: batch.problem ?? INTERRUPTED,
  });
  return true;
}

/** The job that carries the tag; null when DRS lists none. A failing read rejects. */
async function findJob(door: DrsDoor, sent: number, wanted: string): Promise<Job | null> {
  const fromDate = new Date(sent - CLOCK_SKEW_MILLISECONDS).toISOString();
  const jobs = await describeJobs(door, { fromDate });
  return jobs.find(({ tags }) => tags?.[LAUNCH_TAG] === wanted) ?? null;
}

const NEVER_SENT = describeProblem({
  status: 503,
  code: 'never-sent',
  title: 'Nothing was sent',
  detail: 'Homeward ended before this was sent to DRS. Nothing was launched; launch it anew.',
});

const INTERRUPTED = describeProblem({
  status: 504,
  code: 'interrupted',
  title: 'The answer of DRS was not seen',
  detail: 'Homeward ended while it waited for the answer of DRS.',
});
