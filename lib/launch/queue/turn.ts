import type { Job } from '@/lib/contract/job';
import type { InFlightBatch, WaitingBatch } from '@/lib/store/queue';
import { type Quotas, type Usage, admissible } from '../plan';
import { usageOf } from './usage';

/** The longest that a batch is held back at a time, in milliseconds. */
export const LONGEST_DELAY = 15 * 60_000;

/** What is known when it is decided whose turn it is. */
export interface QueueState {
  waiting: readonly WaitingBatch[];
  inFlight: readonly InFlightBatch[];
  jobs: readonly Job[];
  quotas: Quotas;
  now: Date;
}

/** The batches that may be sent now, in their order. */
export function whoseTurn({ waiting, inFlight, jobs, quotas, now }: QueueState): WaitingBatch[] {
  const unpaused = waiting.filter(({ paused }) => !paused);
  const held = unpaused.findIndex((batch) => !isDue(batch, now));
  const due = held === -1 ? unpaused : unpaused.slice(0, held);
  return admissible(due, quotas, usageWith(jobs, inFlight));
}

/** What is in use: the jobs that DRS lists, and what we have sent that it does not list yet. */
export function usageWith(jobs: readonly Job[], inFlight: readonly InFlightBatch[]): Usage {
  const listed = new Set(jobs.map(({ jobID }) => jobID));
  const unlisted = inFlight.filter(({ jobID }) => jobID === null || !listed.has(jobID));
  const { jobs: running, servers } = usageOf(jobs);
  return {
    jobs: running + unlisted.length,
    servers: servers + unlisted.reduce((sum, batch) => sum + batch.servers, 0),
  };
}

/** Whether it need not wait any longer. A wait beyond every delay means that the clock was set back. */
export function isDue({ notBefore }: Pick<WaitingBatch, 'notBefore'>, now: Date): boolean {
  if (notBefore === null) return true;
  const left = Date.parse(notBefore) - now.getTime();
  return left <= 0 || left > LONGEST_DELAY;
}
