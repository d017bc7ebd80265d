import { BATCH_STATES, type BatchState } from '@/lib/contract/batch-states';
import type { FailbackLaunch } from '@/lib/contract/failback-launch';
import { LAUNCH_TAG } from '@/lib/contract/tag-rules';
import type { Effect } from '../simulator';
import type { Intent } from './request';

/** What was asked for, what is on record, and what DRS did. */
export interface TrialRecord {
  intents: readonly Intent[];
  launches: readonly FailbackLaunch[];
  effects: readonly Effect[];
}

/** Each list is empty when all is well, and otherwise has one sentence for each case that is wrong. */
export interface Findings {
  /** Servers that DRS launched more than once. */
  doubles: string[];
  /** Launches that somebody was promised and that are not on record, or came to no clear end. */
  lost: string[];
  /** Records that say something else than what DRS did. */
  wrong: string[];
}

/** Whether a batch stays as it is. A parked batch says that nobody knows what happened. */
const isEnd = (state: BatchState) => !BATCH_STATES[state].isOpen || state === 'parked';

/** Compares what the console believes with what DRS did. */
export function judge({ intents, launches, effects }: TrialRecord): Findings {
  const recorded = new Map(launches.map((launch) => [launch.launchID, launch]));
  const jobs = new Map(effects.map((effect) => [effect.tags[LAUNCH_TAG] ?? '', effect]));
  const batches = launches.flatMap((launch) =>
    launch.batches.map((batch) => ({ ...batch, tag: `${launch.launchID}/${batch.number}` })),
  );
  const tags = new Set(batches.map(({ tag }) => tag));
  return {
    doubles: doublesOf(effects),
    lost: [
      ...intents.flatMap((intent) => lossOf(intent, recorded)),
      ...batches
        .filter(({ state }) => !isEnd(state))
        .map(({ tag, state }) => `${tag} stays ${state}`),
    ],
    wrong: [
      ...batches.flatMap((batch) => contradiction(batch, jobs.get(batch.tag))),
      ...[...jobs.keys()].filter((tag) => !tags.has(tag)).map((tag) => `${tag} is on no record`),
    ],
  };
}

/** Servers that were launched more than once. */
export function doublesOf(effects: readonly Effect[]): string[] {
  const counts = new Map<string, number>();
  for (const id of effects.flatMap(({ recoveryInstanceIDs }) => recoveryInstanceIDs)) {
    counts.set(id, (counts.get(id) ?? 0) + 1);
  }
  return [...counts]
    .filter(([, count]) => count > 1)
    .map(([id, count]) => `${id} was launched ${count} times`);
}

function lossOf({ idempotencyKey, answer }: Intent, recorded: Map<string, unknown>): string[] {
  if (!answer) return [`${idempotencyKey} was never answered`];
  const { launchID } = answer;
  return launchID === undefined || recorded.has(launchID) ? [] : [`${launchID} is not on record`];
}

function contradiction(
  batch: FailbackLaunch['batches'][number] & { tag: string },
  job: Effect | undefined,
): string[] {
  const { tag, state, jobID, recoveryInstanceIDs } = batch;
  const { hasJob: wasLaunched } = BATCH_STATES[state];
  if (wasLaunched && !job) return [`${tag} is ${state} and DRS has no such job`];
  if (!wasLaunched && job) return [`${tag} is ${state} and DRS has ${job.jobID}`];
  if (!wasLaunched || !job) return [];
  const same = recoveryInstanceIDs.toSorted().join() === job.recoveryInstanceIDs.toSorted().join();
  if (!same) return [`${tag} and ${job.jobID} are about different servers`];
  return jobID === job.jobID ? [] : [`${tag} is taken for ${jobID} and is ${job.jobID}`];
}
