import { createHash, randomInt } from 'node:crypto';
import { checkpoint } from '@/lib/checkpoints';
import type { FailbackLaunchRequest } from '@/lib/contract/failback-launch';
import type { Job } from '@/lib/contract/job';
import { refusal } from '@/lib/contract/problem-error';
import { findLaunchByKey, writeIntent } from '@/lib/store/intent';
import { NEW_BATCH, type StoredLaunch, findLaunch } from '@/lib/store/launches';
import { inFlightBatches } from '@/lib/store/queue';
import type { Store } from '@/lib/store/schema';
import type { LaunchContext } from '../context';
import { dispatcherOf } from '../queue/dispatcher';
import { refuseUnlessEnded } from './holders';
import { afterIntent, whileWritingIntent } from './intent-failures';
import { type PlannedBatch, planBatches } from '../plan';
import { refusalOf } from './refusals';
import { listedSince } from '../listed-since';
import { chosenServers, surveyServers } from './survey';
import { usageWith } from '../queue/turn';

export interface StartedLaunch {
  launch: StoredLaunch;
  /** Whether the launch was there already, by the same request under the same key. */
  isRepetition: boolean;
}

/**
 * Launches failback: surveys the servers afresh, writes the intent to disk, and sends what may be sent now. A launch
 * of one batch resolves when DRS has answered it; a larger one at once, and its batches go as places become free.
 * The same key with the same request resolves to the launch there already is, and sends nothing.
 * Throws a ProblemError when the launch is refused; then nothing was sent. One that fails later says that it is on record,
 * or that it may be.
 */
export async function startLaunch(
  context: LaunchContext,
  request: FailbackLaunchRequest,
  { idempotencyKey, actor }: { idempotencyKey: string; actor: string },
): Promise<StartedLaunch> {
  const store = await context.store();
  const requestHash = digest(request);
  const findEarlier = () => findEarlierRequest(context, store, idempotencyKey, requestHash);
  const earlier = await findEarlier();
  if (earlier) return earlier;
  let admitted: Admitted;
  try {
    admitted = await admit(context, store, request);
  } catch (error) {
    // The same request came twice at once, and the other one has made its servers busy.
    const winner = await findEarlier();
    if (winner) return winner;
    throw error;
  }
  const launch: StoredLaunch = {
    launchID: newLaunchID(),
    idempotencyKey,
    requestHash,
    target: request.target,
    actor,
    tags: request.tags,
    withoutTags: request.withoutTags,
    acceptCaution: request.acceptCaution,
    createdDateTime: context.clock.now().toISOString(),
    paused: null,
    batches: admitted.batches.map((batch) => ({ ...NEW_BATCH, ...batch })),
  };
  checkpoint('before-intent');
  const isWritten = await writeUnlessHeld(context, store, launch);
  // The key was taken; should its thirty days have ended at this very moment, it is free now, as servers may be.
  if (!isWritten)
    return (await findEarlier()) ?? startLaunch(context, request, { idempotencyKey, actor });
  checkpoint('after-intent');
  return afterIntent(launch.launchID, async () => {
    await send(context, launch, admitted.jobs);
    return { launch: (await findLaunch(store, launch.launchID)) ?? launch, isRepetition: false };
  });
}

interface Admitted {
  batches: PlannedBatch[];
  /** The jobs of the target, as they were read for it. */
  jobs: Job[];
}

/** The batches of a launch that may go ahead. Throws a ProblemError when it may not. */
async function admit(
  context: LaunchContext,
  store: Store,
  request: FailbackLaunchRequest,
): Promise<Admitted> {
  const target = context.targets.get(request.target);
  const survey = await surveyServers(context, request, 0);
  const refused = await refusalOf(context, survey, request);
  if (refused) throw refused;
  const inFlight = await inFlightBatches(store, request.target, listedSince(context.clock.now()));
  const ids = chosenServers(survey, request).map(({ recoveryInstanceID }) => recoveryInstanceID);
  const quotas = dispatcherOf(context, target).limits.now();
  return { batches: planBatches(ids, quotas, usageWith(survey.jobs, inFlight)), jobs: survey.jobs };
}

/**
 * Writes the intent; false when the key was taken meanwhile, or when servers had to be freed of an earlier launch that is
 * over: they may not be as they were surveyed any more. Throws a ProblemError while a server is held.
 */
async function writeUnlessHeld(
  context: LaunchContext,
  store: Store,
  launch: StoredLaunch,
): Promise<boolean> {
  const written = await whileWritingIntent(launch.launchID, () =>
    writeIntent(store, launch, context.clock.now()),
  );
  if (written.outcome !== 'servers-held') return written.outcome === 'written';
  if (await findLaunchByKey(store, launch.idempotencyKey, context.clock.now())) return false;
  await refuseUnlessEnded(context, launch.target, written.holders);
  return false;
}

/** Sends a launch of one batch and waits for its answer; hands a larger one over. */
async function send(context: LaunchContext, launch: StoredLaunch, jobs: Job[]) {
  const { target, launchID, batches } = launch;
  const dispatcher = dispatcherOf(context, context.targets.get(target));
  const [only, ...more] = batches;
  if (only && more.length === 0) {
    await dispatcher.send({ target, launchID, number: only.number }, only.version, jobs);
    return;
  }
  dispatcher.wake().catch((error: unknown) => {
    context.warn(`${launchID} waits`, error);
  });
}

async function findEarlierRequest(
  context: LaunchContext,
  store: Store,
  idempotencyKey: string,
  requestHash: string,
): Promise<StartedLaunch | undefined> {
  const launch = await findLaunchByKey(store, idempotencyKey, context.clock.now());
  if (!launch) return undefined;
  if (launch.requestHash === requestHash) return { launch, isRepetition: true };
  throw refusal({
    status: 409,
    code: 'idempotency-key-reused',
    title: 'This Idempotency-Key belongs to another launch',
    detail: `The key was used for ${launch.launchID}, which asked for something else. Give each launch a key of its own.`,
    launchID: launch.launchID,
  });
}

/** A digest of what is asked for: the same for the same servers and tags in any order. */
function digest(request: FailbackLaunchRequest) {
  const { target, recoveryInstanceIDs, tags, acceptCaution, withoutTags } = request;
  const canonical = JSON.stringify([
    target,
    recoveryInstanceIDs.toSorted(),
    Object.entries(tags).toSorted(([one], [other]) => (one < other ? -1 : 1)),
    acceptCaution,
    // Left out when false: digests on record were made before this member existed and must still be matched.
    ...(withoutTags ? ['without tags'] : []),
  ]);
  return createHash('sha256').update(canonical).digest('hex');
}

function newLaunchID() {
  const letter = () => randomInt(36).toString(36);
  return `launch-${Array.from({ length: 16 }, letter).join('')}`;
}
