import type { Actor } from '@/lib/access/authorise';
import type { DismissRequest, ResendRequest } from '@/lib/contract/failback-launch-actions';
import { refusal } from '@/lib/contract/problem-error';
import { type BatchKey, type Move, moveBatch, readBatch } from '@/lib/store/batches';
import { cancelPlanned, setPaused } from '@/lib/store/decisions';
import type { StoredBatch, StoredLaunch } from '@/lib/store/launches';
import type { LaunchContext } from './context';
import { dispatcherOf } from './queue/dispatcher';
import { readLaunch } from './read';

/** Stops the sending of a launch's planned batches. To do so twice changes nothing. */
export function pauseLaunch(
  context: LaunchContext,
  launchID: string,
  actor: Actor,
): Promise<StoredLaunch> {
  return setLaunchPaused(context, launchID, actor, true);
}

/** Goes on with the sending of a launch's planned batches. To do so twice changes nothing. */
export async function resumeLaunch(
  context: LaunchContext,
  launchID: string,
  actor: Actor,
): Promise<StoredLaunch> {
  const launch = await setLaunchPaused(context, launchID, actor, false);
  wake(context, launch.target);
  return launch;
}

async function setLaunchPaused(
  context: LaunchContext,
  launchID: string,
  { name: actor }: Actor,
  paused: boolean,
): Promise<StoredLaunch> {
  const { target } = await readLaunch(context, launchID);
  const dateTime = context.clock.now().toISOString();
  await setPaused(await context.store(), { launchID, target, actor, dateTime }, paused);
  return readLaunch(context, launchID);
}

/** Cancels what has not been sent. Throws a ProblemError when there is nothing left to cancel. */
export async function cancelLaunch(
  context: LaunchContext,
  launchID: string,
  { name: actor }: Actor,
): Promise<StoredLaunch> {
  const { target } = await readLaunch(context, launchID);
  const dateTime = context.clock.now().toISOString();
  const store = await context.store();
  const cancelled = await cancelPlanned(store, { launchID, target, actor, dateTime });
  if (cancelled.length > 0) return readLaunch(context, launchID);
  throw refusal({
    status: 409,
    code: 'nothing-to-cancel',
    title: 'Everything has been sent',
    detail: 'Every batch of this launch has been sent, and DRS has no way to take it back.',
    launchID,
  });
}

/**
 * Has a parked batch sent once more, because a person who saw its evidence says so. It is looked for once more
 * first; if its job has come to light nothing is sent. Throws a ProblemError when it is not as it was seen.
 */
export async function resendBatch(
  context: LaunchContext,
  launchID: string,
  number: number,
  { version, actor }: Pick<ResendRequest, 'version'> & { actor: string },
): Promise<StoredLaunch> {
  const key = await keyOf(context, launchID, number);
  const dispatcher = dispatcherOf(context, context.targets.get(key.target));
  await requireParked(context, key, version);
  await dispatcher.lookFor(key);
  const detail = { decision: 'resend' };
  await decide(context, key, {
    transition: 'resend',
    version,
    actor,
    detail,
    change: { notBefore: null },
  });
  wake(context, key.target);
  return readLaunch(context, launchID);
}

/** Closes a parked batch as not needed. Throws a ProblemError when it is not as it was seen. */
export async function dismissBatch(
  context: LaunchContext,
  launchID: string,
  number: number,
  { version, note, actor }: Omit<DismissRequest, 'confirm'> & { actor: string },
): Promise<StoredLaunch> {
  const key = await keyOf(context, launchID, number);
  const detail = { decision: 'not-needed', note };
  await decide(context, key, { transition: 'dismiss', version, actor, detail });
  return readLaunch(context, launchID);
}

async function keyOf(context: LaunchContext, launchID: string, number: number): Promise<BatchKey> {
  const { target, batches } = await readLaunch(context, launchID);
  if (batches.some((batch) => batch.number === number)) return { target, launchID, number };
  throw refusal({
    status: 404,
    code: 'unknown-batch',
    title: 'Unknown batch',
    detail: `${launchID} has no batch ${number}.`,
    launchID,
  });
}

async function decide(
  context: LaunchContext,
  key: BatchKey,
  move: Omit<Move, 'dateTime'> & { version: number },
) {
  const store = await context.store();
  const dateTime = context.clock.now().toISOString();
  if (await moveBatch(store, key, { ...move, dateTime })) return;
  throw changed(key, await readBatch(store, key));
}

async function requireParked(context: LaunchContext, key: BatchKey, version: number) {
  const batch = await readBatch(await context.store(), key);
  if (batch?.state !== 'parked' || batch.version !== version) throw changed(key, batch);
}

function changed({ launchID, number }: BatchKey, batch: StoredBatch | undefined) {
  return refusal({
    status: 409,
    code: 'batch-changed',
    title: 'The batch is not as you saw it',
    detail:
      batch?.state === 'parked'
        ? `Batch ${number} has changed since; look at its evidence again. Nothing was done.`
        : `Batch ${number} is ${batch?.state ?? 'gone'} now and not parked. Nothing was done.`,
    launchID,
  });
}

function wake(context: LaunchContext, targetName: string) {
  const target = context.targets.find(targetName);
  if (!target) return;
  dispatcherOf(context, target)
    .wake()
    .catch((error: unknown) => context.warn(`a round for ${targetName} failed`, error));
}
