import type { Batch } from '@/lib/contract/failback-launch';
import { formatUTC } from '@/lib/format';
import type { WaitingBatch } from '@/lib/store/queue';
import { obstacle } from '../plan';
import { type QueueState, isDue, usageWith } from './turn';

type Waiting = NonNullable<Batch['waiting']>;

/** Why a batch waits and at which place: in words that say what it waits for. */
export function describeWaiting(batch: WaitingBatch, queueState: QueueState): Waiting {
  const queue = queueState.waiting.filter(({ paused }) => !paused);
  const position = batch.paused
    ? queueState.waiting.indexOf(batch) + 1
    : queue.findIndex((other) => isSame(other, batch)) + 1;
  const say = (reason: Waiting['reason'], sentence: string): Waiting => ({
    position,
    reason,
    sentence,
    notBefore: reason === 'throttled' || reason === 'quota' ? batch.notBefore : null,
  });
  if (batch.paused) return say('paused', describePause(batch, queueState.now));
  if (!isDue(batch, queueState.now)) {
    const again = formatUTC(new Date(batch.notBefore ?? 0), queueState.now);
    return batch.problemCode === 'drs-throttling'
      ? say('throttled', `DRS asks for fewer calls; it is sent at ${again}.`)
      : say('quota', `DRS reports a quota that is reached; it is tried again at ${again}.`);
  }
  if (position > 1) {
    const before = position - 1;
    return say('turn', `${before} ${before === 1 ? 'batch goes' : 'batches go'} before it.`);
  }
  return describeObstacle(batch, queueState, say);
}

function describePause({ unattendedSince }: WaitingBatch, now: Date): string {
  if (!unattendedSince) return 'The launch is paused; resume it to go on.';
  const since = formatUTC(new Date(unattendedSince), now);
  return `Homeward was not running since ${since}, so nothing is sent unasked; resume the launch or cancel what waits.`;
}

function describeObstacle(
  batch: WaitingBatch,
  { jobs, inFlight, quotas }: QueueState,
  say: (reason: Waiting['reason'], sentence: string) => Waiting,
): Waiting {
  const usage = usageWith(jobs, inFlight);
  switch (obstacle(batch.servers, quotas, usage)) {
    case 'jobs':
      return say(
        'jobs',
        `DRS runs ${quotas.jobsAtOnce} jobs at once and ${usage.jobs} are running; it goes when one ends.`,
      );
    case 'servers':
      return say(
        'servers',
        `DRS takes ${quotas.serversInAllJobs} servers in all jobs; ${usage.servers} are taken and it needs ${batch.servers}.`,
      );
    default:
      return say('turn', 'It is about to be sent.');
  }
}

const isSame = (one: WaitingBatch, other: WaitingBatch) =>
  one.launchID === other.launchID && one.number === other.number;
