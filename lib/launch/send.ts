import { LAUNCH_TAG } from '@/lib/contract/tags';
import { hadNoEffect, toDrsProblem } from '@/lib/drs/errors';
import { startFailbackLaunch } from '@/lib/drs/failback-launch';
import { type StoredBatch, type StoredLaunch, moveBatch } from '@/lib/store/launches';
import type { LaunchContext } from './context';
import { correlation } from './correlation';
import { reconcile } from './reconcile';

/**
 * Sends a planned batch once. It is marked as being sent, on disk, before the call leaves; whoever finds it
 * in any other state than planned leaves it alone. Resolves when DRS has answered or the answer is lost;
 * a lost answer is looked for in the background and the call is never repeated.
 */
export async function sendBatch(context: LaunchContext, launch: StoredLaunch, batch: StoredBatch) {
  const store = await context.store();
  const { door, watch } = context.targets.get(launch.target);
  const at = { launchID: launch.launchID, number: batch.number };
  const sentDateTime = context.clock.now().toISOString();
  if (!(await moveBatch(store, at, ['planned'], 'sending', { sentDateTime }))) return;

  const tags = { ...launch.tags, [LAUNCH_TAG]: correlation(launch, batch.number) };
  const answeredDateTime = () => context.clock.now().toISOString();
  try {
    const job = await startFailbackLaunch(door, batch.recoveryInstanceIDs, tags);
    if (!job) throw new Error('DRS answered without a job.');
    // Should somebody have given up on the answer meanwhile, the answer itself still counts.
    await moveBatch(store, at, ['sending', 'unknown', 'found', 'parked'], 'accepted', {
      answeredDateTime: answeredDateTime(),
      jobID: job.jobID,
      job,
      problem: null,
    });
  } catch (error) {
    const problem = toDrsProblem(error);
    const state = hadNoEffect(error) ? 'rejected' : 'unknown';
    const change = { answeredDateTime: answeredDateTime(), problem };
    await moveBatch(store, at, ['sending'], state, change);
    if (state === 'unknown') {
      await reconcile(context, launch, { ...batch, state, sentDateTime, problem });
    }
  } finally {
    watch.jobs.expire();
    watch.fleet.expire();
  }
}
