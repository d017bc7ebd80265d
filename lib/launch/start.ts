import { createHash, randomInt } from 'node:crypto';
import type { FailbackLaunchRequest } from '@/lib/contract/failback-launch';
import { refusal } from '@/lib/contract/problem-error';
import {
  type StoredBatch,
  type StoredLaunch,
  findLaunchByKey,
  insertLaunch,
  openBatches,
} from '@/lib/store/launches';
import type { Store } from '@/lib/store/schema';
import type { LaunchContext } from './context';
import { type PlannedBatch, planBatches } from './plan';
import { refusalOf } from './refusals';
import { sendBatch } from './send';
import { chosenServers, surveyServers } from './survey';

/**
 * Launches failback: surveys the servers afresh, writes the intent to disk, then sends each batch once.
 * The same key with the same request resolves to the launch there already is, and sends nothing.
 * Throws a ProblemError when the launch is refused; then nothing was sent.
 */
export async function startLaunch(
  context: LaunchContext,
  request: FailbackLaunchRequest,
  { idempotencyKey, actor }: { idempotencyKey: string; actor: string },
): Promise<StoredLaunch> {
  const store = await context.store();
  const requestHash = digest(request);
  const earlier = await findLaunchByKey(store, idempotencyKey);
  if (earlier) return sameRequest(earlier, requestHash);

  let batches: PlannedBatch[];
  try {
    batches = await admit(context, store, request);
  } catch (error) {
    // The same request twice at once: the one that came first has made its servers busy.
    const twin = await findLaunchByKey(store, idempotencyKey);
    if (twin) return sameRequest(twin, requestHash);
    throw error;
  }
  const launch: StoredLaunch = {
    launchID: newLaunchID(),
    idempotencyKey,
    requestHash,
    target: request.target,
    actor,
    tags: request.tags,
    createdDateTime: context.clock.now().toISOString(),
    batches: batches.map((batch) => ({ ...UNSENT, ...batch })),
  };
  if (!(await insertLaunch(store, launch))) {
    const winner = await findLaunchByKey(store, idempotencyKey);
    if (winner) return sameRequest(winner, requestHash);
  }
  for (const batch of launch.batches) await sendBatch(context, launch, batch);
  return (await findLaunchByKey(store, idempotencyKey)) ?? launch;
}

/** The batches of a launch that may go ahead now. Throws a ProblemError when it may not. */
async function admit(
  context: LaunchContext,
  store: Store,
  request: FailbackLaunchRequest,
): Promise<PlannedBatch[]> {
  const survey = await surveyServers(context, request, 0);
  const refused = refusalOf(survey, request);
  if (refused) throw refused;
  refuseOverlap(request.recoveryInstanceIDs, await openBatches(store, request.target));
  const { serversPerJob, jobsAtOnce, serversInAllJobs } = context.targets.get(
    request.target,
  ).config;
  const ids = chosenServers(survey, request).map(({ recoveryInstanceID }) => recoveryInstanceID);
  const batches = planBatches(ids, { serversPerJob, jobsAtOnce, serversInAllJobs });
  if (batches.length > 1) throw tooMany(ids.length, serversPerJob);
  return batches;
}

function tooMany(servers: number, serversPerJob: number) {
  return refusal({
    status: 400,
    code: 'too-many-servers',
    title: 'Too many servers for one job',
    detail: `A DRS job takes ${serversPerJob} servers and this launch has ${servers}. Launch them in several parts.`,
  });
}

const UNSENT = {
  state: 'planned',
  sentDateTime: null,
  answeredDateTime: null,
  jobID: null,
  job: null,
  problem: null,
} as const satisfies Partial<StoredBatch>;

function sameRequest(launch: StoredLaunch, requestHash: string): StoredLaunch {
  if (launch.requestHash === requestHash) return launch;
  throw refusal({
    status: 409,
    code: 'idempotency-key-reused',
    title: 'This Idempotency-Key belongs to another launch',
    detail: `The key was used for ${launch.launchID}, which asked for something else. Give each launch a key of its own.`,
    launchID: launch.launchID,
  });
}

/** While it is unknown whether a server has been launched it is not launched again. */
function refuseOverlap(ids: string[], open: { launch: StoredLaunch; batch: StoredBatch }[]) {
  const overlapping = open.find(({ batch }) =>
    batch.recoveryInstanceIDs.some((id) => ids.includes(id)),
  );
  if (!overlapping) return;
  const { launchID } = overlapping.launch;
  throw refusal({
    status: 409,
    code: 'launch-under-way',
    title: 'A launch of these servers is under way',
    detail: `${launchID} has some of these servers and no clear answer yet. Wait until it has.`,
    launchID,
  });
}

/** Says the same for the same request, in whatever order its servers and tags are given. */
function digest({ target, recoveryInstanceIDs, tags, acceptCaution }: FailbackLaunchRequest) {
  const canonical = JSON.stringify([
    target,
    recoveryInstanceIDs.toSorted(),
    Object.entries(tags).toSorted(([one], [other]) => (one < other ? -1 : 1)),
    acceptCaution,
  ]);
  return createHash('sha256').update(canonical).digest('hex');
}

function newLaunchID() {
  const letter = () => randomInt(36).toString(36);
  return `launch-${Array.from({ length: 16 }, letter).join('')}`;
}
