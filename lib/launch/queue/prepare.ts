import type { PreviewedServer } from '@/lib/contract/failback-launch-preview';
import type { Job } from '@/lib/contract/job';
import type { Problem } from '@/lib/contract/problem';
import { describeProblem } from '@/lib/contract/problem-error';
import { type BatchKey, moveBatch, readBatch, splitBatch } from '@/lib/store/batches';
import { type StoredBatch, findLaunch } from '@/lib/store/launches';
import { conflictsIn } from '../conflicts';
import type { SendContext } from '../send-context';
import { lookBeforeSending } from '../reconcile/reconcile';
import { hasSettled } from '../reconcile/schedule';
import { toField } from '../request/refusals';
import { allServers, surveyServers } from '../request/survey';

/** The servers were judged when they were launched; by the time a batch has its turn that may be hours ago. */
const MAX_AGE = 5_000;

/**
 * Makes a waiting batch fit to be sent: what DRS takes no more of at once, and servers that cannot be launched any
 * more, go into batches of their own. What is to be sent again and cannot be is in doubt as before, and what DRS turned
 * back stays whole until its job would be listed: that has all of its servers, and may be why they cannot be launched.
 * Resolves to the version that is fit now; undefined when it is not, and a later round sees it anew.
 */
export async function prepareBatch(
  sendContext: SendContext,
  key: BatchKey,
  jobs: readonly Job[],
): Promise<number | undefined> {
  const { context, limits } = sendContext;
  const store = await context.store();
  const launch = await findLaunch(store, key.launchID);
  const planned = await readBatch(store, key);
  if (!launch || planned?.state !== 'planned') return undefined;
  const unfit = await unfitServers(sendContext, planned, launch.acceptCaution);
  const settled = hasSettled(sendContext, { ...planned, launchID: key.launchID });
  // The look comes second: what the survey saw running may be its own job.
  const batch = await lookBeforeSending(sendContext, key, jobs);
  if (batch?.version !== planned.version) return undefined;
  const { serversPerJob, serversInAllJobs } = limits.now();
  const most = Math.min(serversPerJob, serversInAllJobs);
  const isTooLarge = batch.recoveryInstanceIDs.length > most;
  if (!isTooLarge && unfit.length === 0) return batch.version;
  if (!settled) return undefined;
  if (isTooLarge) {
    await divide(sendContext, key, batch, most);
    return undefined;
  }
  await setAside(sendContext, key, batch, await describeUnfit(sendContext, unfit, jobs));
  return undefined;
}

/**
 * Takes what DRS takes no more of at once into a batch of its own. One in doubt stays whole: the job of its first call
 * has all of its servers, and would be found for one part only.
 */
async function divide(sendContext: SendContext, key: BatchKey, batch: StoredBatch, most: number) {
  const store = await sendContext.context.store();
  const dateTime = now(sendContext);
  const { version } = batch;
  if (batch.evidence) {
    const change = { problem: describeTooLarge(batch, most) };
    await moveBatch(store, key, { transition: 'setAsideResend', version, change, dateTime });
    return;
  }
  const recoveryInstanceIDs = batch.recoveryInstanceIDs.slice(most);
  await splitBatch(store, key, { recoveryInstanceIDs, version, problem: null, dateTime });
}

function describeTooLarge({ recoveryInstanceIDs }: StoredBatch, most: number): Problem {
  return describeProblem({
    status: 409,
    code: 'larger-than-quota',
    title: 'Larger than DRS takes at once now',
    detail: `DRS takes no more than ${most} of the ${recoveryInstanceIDs.length} servers in one job now, and a batch whose first call is in doubt is not divided. Nothing was sent again. If you are certain that the first call launched none of them, mark the batch as not needed and launch its servers anew, in smaller jobs.`,
  });
}

interface Unfit {
  recoveryInstanceIDs: string[];
  problem: Problem;
}

/** The servers of a batch that may not be launched as they are now. */
async function unfitServers(
  { context, target }: SendContext,
  { recoveryInstanceIDs }: StoredBatch,
  acceptCaution: boolean,
): Promise<PreviewedServer[]> {
  const request = { target: target.name, recoveryInstanceIDs };
  const survey = await surveyServers(context, request, MAX_AGE);
  return allServers(survey).filter(
    ({ readiness: { verdict } }) =>
      verdict !== 'ready' && !(verdict === 'caution' && acceptCaution),
  );
}

async function describeUnfit(
  sendContext: SendContext,
  unfit: PreviewedServer[],
  jobs: readonly Job[],
): Promise<Unfit> {
  const recoveryInstanceIDs = unfit.map(({ recoveryInstanceID }) => recoveryInstanceID);
  const conflicts = await conflictsIn(sendContext, recoveryInstanceIDs, jobs);
  const problem = describeProblem({
    status: 409,
    code: 'not-ready',
    title: 'Not ready when it was their turn',
    detail: `${unfit.length} of the servers could not be launched any more when it was their turn. Nothing was sent then.`,
    fields: unfit.map(toField),
    ...(conflicts.length > 0 ? { conflicts } : {}),
  });
  return { recoveryInstanceIDs, problem };
}

async function setAside(
  sendContext: SendContext,
  key: BatchKey,
  batch: StoredBatch,
  { recoveryInstanceIDs, problem }: Unfit,
) {
  const store = await sendContext.context.store();
  const dateTime = now(sendContext);
  const { version } = batch;
  if (batch.evidence || recoveryInstanceIDs.length === batch.recoveryInstanceIDs.length) {
    const transition = batch.evidence ? 'setAsideResend' : 'setAside';
    await moveBatch(store, key, { transition, version, change: { problem }, dateTime });
    return;
  }
  await splitBatch(store, key, { recoveryInstanceIDs, version, problem, dateTime });
}

const now = ({ context }: SendContext) => context.clock.now().toISOString();
