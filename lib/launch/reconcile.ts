import { checkpoint } from '@/lib/checkpoints';
import type { Evidence } from '@/lib/contract/failback-launch';
import type { Job } from '@/lib/contract/job';
import { describeProblem } from '@/lib/contract/problem-error';
import { describeJobs } from '@/lib/drs/jobs';
import { describeRecoveryInstances } from '@/lib/drs/recovery-instances';
import { type BatchKey, type Move, moveBatch, noteEvidence } from '@/lib/store/batches';
import { type OpenBatch, batchesIn } from '@/lib/store/queue';
import { conflictsIn } from './conflicts';
import { correlation } from './correlation';
import { type Dispatch, type Doubt, UNSENT, keyOf } from './dispatch';
import { type Match, matchJob } from './matching';

/** Jobs from this long before the call are read too: clocks may be wrong by hours, and more jobs do no harm. */
const SKEW = 24 * 60 * 60_000;

/** A batch that another process is sending is looked for after this time already, in milliseconds. */
const LOOK_AFTER = 1_000;

const PAUSE = 2_000;
const LONGEST_PAUSE = 15_000;

/** A parked batch waits for a person; its job may still come to light. */
const PARKED_PAUSE = 60_000;

/** One reading of the jobs, and when, on this process's stopwatch, it began. */
interface Reading {
  jobs: Job[];
  since: string;
  began: number;
}

/**
 * Looks after every batch whose end is open: gives back what this process marked and never sent, and looks for the
 * job of every other. Found: the launch happened. Not found once everything has settled: a conflict was a refusal;
 * anything else is parked, for a person to decide. Nothing is sent. Rejects while DRS cannot be read: then nothing
 * is decided.
 */
export async function reconcile(dispatch: Dispatch): Promise<void> {
  const { context, target, underWay } = dispatch;
  const store = await context.store();
  const open = await batchesIn(store, target.name, ['sending', 'unknown', 'parked']);
  forgetOthers(dispatch, open);
  for (const batch of open) if (isUnsent(dispatch, batch)) await giveBack(dispatch, batch);
  const due = open.filter((batch) => !underWay.has(keyOf(batch)) && isDue(dispatch, batch));
  if (due.length === 0) return;
  const reading = await readJobs(dispatch, due);
  for (const batch of due) await look(dispatch, batch, reading);
}

/** One look, now, for the job of a batch in doubt, also of one that is to be sent again. Resolves to whether it was found. */
export async function lookFor(dispatch: Dispatch, key: BatchKey): Promise<boolean> {
  const store = await dispatch.context.store();
  const open = await batchesIn(store, key.target, ['unknown', 'parked', 'planned']);
  const batch = open.find((candidate) => keyOf(candidate) === keyOf(key));
  return batch !== undefined && look(dispatch, batch, await readJobs(dispatch, [batch]));
}

/** The store gives it to this process, and this process is not sending it: the mark was made, the call never was. */
function isUnsent({ context, underWay }: Dispatch, batch: OpenBatch): boolean {
  return (
    batch.state === 'sending' && batch.leaseOwner === context.owner && !underWay.has(keyOf(batch))
  );
}

async function giveBack(dispatch: Dispatch, batch: OpenBatch) {
  await move(dispatch, batch, { from: ['sending'], to: 'planned', change: UNSENT });
}

function isDue(dispatch: Dispatch, batch: OpenBatch): boolean {
  const doubt = doubtOf(dispatch, batch);
  const now = dispatch.context.monotonic();
  if (batch.state === 'sending' && now - doubt.since < LOOK_AFTER) return false;
  return now >= doubt.nextLook;
}

async function readJobs({ context, target }: Dispatch, batches: OpenBatch[]): Promise<Reading> {
  const sent = batches.map((batch) => Date.parse(inDoubtSince(batch)));
  const since = new Date(Math.min(context.clock.now().getTime(), ...sent) - SKEW).toISOString();
  checkpoint('before-look');
  const began = context.monotonic();
  return { jobs: await describeJobs(target.door, { fromDate: since }), since, began };
}

/** Resolves to whether its job was found. */
async function look(dispatch: Dispatch, batch: OpenBatch, reading: Reading): Promise<boolean> {
  const { context } = dispatch;
  const doubt = doubtOf(dispatch, batch);
  doubt.looks += 1;
  doubt.nextLook = nextLook(dispatch, batch, doubt);
  const elapsed = reading.began - doubt.since;
  const match = matchJob(sought(batch), reading.jobs, sourceServers(dispatch));
  if (match.job) return adopt(dispatch, batch, match.job);
  if (batch.state === 'parked' || batch.state === 'planned') return false;
  if (batch.state === 'sending') {
    if (elapsed < (batch.leaseMilliseconds ?? 0)) return false;
    // Its owner has had all the time it could need; only the answer can be lost, the call can leave no more.
    await move(dispatch, batch, {
      from: ['sending'],
      to: 'unknown',
      change: { problem: INTERRUPTED },
    });
    return false;
  }
  return weigh(dispatch, batch, reading, match, elapsed >= context.config.settleMilliseconds);
}

/** Looks come less and less often, and one comes when what was waited for is over. */
function nextLook({ context }: Dispatch, batch: OpenBatch, { looks, since }: Doubt): number {
  const now = context.monotonic();
  if (batch.state === 'parked') return now + PARKED_PAUSE;
  const { settleMilliseconds } = context.config;
  const over =
    since + (batch.state === 'sending' ? (batch.leaseMilliseconds ?? 0) : settleMilliseconds);
  const next = now + Math.min(PAUSE * 1.5 ** looks, LONGEST_PAUSE);
  return now < over ? Math.min(next, over) : next;
}

/** Nothing was found for a batch of unknown outcome: notes what was seen, and ends the doubt when it has to end. */
async function weigh(
  dispatch: Dispatch,
  batch: OpenBatch,
  reading: Reading,
  match: Match,
  isSettled: boolean,
): Promise<boolean> {
  const conflicts =
    batch.problem?.status === 409
      ? await conflictsIn(
          dispatch,
          batch.recoveryInstanceIDs,
          match.others.filter(({ mayBeOwn }) => !mayBeOwn).map(({ job }) => job),
        )
      : [];
  if (batch.problem && conflicts.length > 0) {
    // Another job has these servers, which is what DRS said: the call was refused.
    const change = { problem: { ...batch.problem, conflicts } };
    await move(dispatch, batch, { from: ['unknown'], to: whenRefused(batch), change });
    return false;
  }
  const pointers = isSettled ? await readPointers(dispatch, batch, reading.jobs) : NO_POINTERS;
  const pointed = matchJob(sought(batch), pointers.jobs, sourceServers(dispatch));
  if (pointed.job) return adopt(dispatch, batch, pointed.job);
  await note(
    dispatch,
    batch,
    reading,
    {
      others: [...match.others, ...pointed.others],
      job: null,
    },
    pointers.ids,
  );
  const doubt = doubtOf(dispatch, batch);
  if (!isSettled || doubt.looks < 2) return false;
  if (batch.problem?.status === 409) {
    await move(dispatch, batch, { from: ['unknown'], to: whenRefused(batch) });
    return false;
  }
  checkpoint('before-park');
  await move(dispatch, batch, { from: ['unknown'], to: 'parked' });
  return false;
}

async function adopt(dispatch: Dispatch, batch: OpenBatch, job: Job): Promise<boolean> {
  checkpoint('after-look');
  const answeredDateTime = dispatch.context.clock.now().toISOString();
  const isFound = await move(dispatch, batch, {
    from: ['sending', 'unknown', 'parked', 'planned'],
    to: 'found',
    change: { answeredDateTime, jobID: job.jobID, job, problem: null },
    detail: { jobID: job.jobID },
  });
  if (isFound) dispatch.target.watch.jobs.expire();
  return isFound;
}

const NO_POINTERS: { ids: string[]; jobs: Job[] } = { ids: [], jobs: [] };

/** The jobs that the servers themselves name as their last failback, those that the reading did not list. */
async function readPointers({ target }: Dispatch, batch: OpenBatch, listed: readonly Job[]) {
  const wanted = new Set(batch.recoveryInstanceIDs);
  const instances = await describeRecoveryInstances(target.door);
  const named = instances
    .filter(({ recoveryInstanceID }) => wanted.has(recoveryInstanceID))
    .flatMap(({ failback }) => failback?.failbackJobID ?? []);
  const ids = [...new Set(named)];
  const unlisted = ids.filter((id) => !listed.some(({ jobID }) => jobID === id));
  const jobs = unlisted.length > 0 ? await describeJobs(target.door, { jobIDs: unlisted }) : [];
  return { ids, jobs };
}

async function note(
  dispatch: Dispatch,
  batch: OpenBatch,
  reading: Reading,
  match: Match,
  failbackJobIDs: string[],
) {
  const evidence: Evidence = {
    sentDateTime: inDoubtSince(batch),
    tag: batch.withoutTags ? null : correlation(batch, batch.number),
    jobsSince: reading.since,
    looks: (batch.evidence?.looks ?? 0) + 1,
    lastLookDateTime: dispatch.context.clock.now().toISOString(),
    jobsSeen: reading.jobs.length,
    otherJobs: match.others.map(({ job, reason }) => ({ jobID: job.jobID, reason })),
    failbackJobIDs,
  };
  await noteEvidence(await dispatch.context.store(), keyIn(dispatch, batch), evidence);
}

/** Moves a batch that is still as it was read. */
async function move(
  dispatch: Dispatch,
  batch: OpenBatch,
  change: Omit<Move, 'dateTime' | 'version'>,
): Promise<boolean> {
  const { store, clock } = dispatch.context;
  const dateTime = clock.now().toISOString();
  const { version } = batch;
  return moveBatch(await store(), keyIn(dispatch, batch), { ...change, version, dateTime });
}

const keyIn = ({ target }: Dispatch, { launchID, number }: OpenBatch): BatchKey => ({
  target: target.name,
  launchID,
  number,
});

/** When the first of its calls was sent whose end is not known; a person may have had it sent again since. */
const inDoubtSince = ({ evidence, sentDateTime, launchDateTime }: OpenBatch) =>
  evidence?.sentDateTime ?? sentDateTime ?? launchDateTime;

/** A refusal ends the doubt about the call that met it, and about no earlier one. */
const whenRefused = (batch: OpenBatch) =>
  inDoubtSince(batch) === batch.sentDateTime ? 'rejected' : 'parked';

const sought = (batch: OpenBatch) => ({ ...batch, sentDateTime: inDoubtSince(batch) });

/** Source servers by recovery instance, as last read; they do not change. */
function sourceServers({ target }: Dispatch) {
  const fleet = target.watch.fleet.last()?.value ?? [];
  const byID = new Map(fleet.map((item) => [item.recoveryInstanceID, item.sourceServerID]));
  return (recoveryInstanceID: string) => byID.get(recoveryInstanceID);
}

/** What this process has seen of a batch in doubt; it begins anew with every change of its state. */
function doubtOf({ context, doubts }: Dispatch, batch: OpenBatch): Doubt {
  const known = doubts.get(keyOf(batch));
  if (known?.version === batch.version) return known;
  const now = context.monotonic();
  const doubt = { version: batch.version, since: now, looks: 0, nextLook: now };
  doubts.set(keyOf(batch), doubt);
  return doubt;
}

function forgetOthers({ doubts }: Dispatch, open: readonly OpenBatch[]) {
  const keys = new Set(open.map(keyOf));
  for (const key of doubts.keys()) if (!keys.has(key)) doubts.delete(key);
}

const INTERRUPTED = describeProblem({
  status: 504,
  code: 'interrupted',
  title: 'The answer of DRS was not seen',
  detail: 'Homeward ended while it waited for the answer of DRS.',
});
