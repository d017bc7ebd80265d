import { checkpoint } from '@/lib/checkpoints';
import type { Job } from '@/lib/contract/job';
import { describeJobs } from '@/lib/drs/jobs';
import type { BatchKey } from '@/lib/store/batches';
import { type WaitingBatch, inFlightBatches, waitingBatches } from '@/lib/store/queue';
import type { Target } from '@/lib/targets/target';
import type { LaunchContext } from '../context';
import { type SendContext, keyOf } from '../send-context';
import { Heartbeat } from './heartbeat';
import { Limits } from './limits';
import { prepareBatch } from './prepare';
import { lookFor, reconcile } from '../reconcile/reconcile';
import { listedSince } from '../listed-since';
import { sendBatch } from './send';
import { whoseTurn } from './turn';

/** The pause between two rounds while something is open, in milliseconds. */
const PAUSE = 2_000;

/** The number of pauses between two rounds while nothing is open: another process may add a launch. */
const IDLE_PAUSES = 3;

/** The number of calls under way at once: DRS limits the rate of calls and does not publish the limit. */
const SENDERS = 4;

/** Running jobs are read from this far back: none lasts longer, and a clock may be wrong by hours. */
const JOBS_SINCE = 7 * 24 * 60 * 60_000;

/**
 * Sends the waiting batches of one target as places become free, and looks after those whose end is open. Each
 * process has one for each target; what keeps them from sending twice is in the store.
 */
export class Dispatcher {
  readonly #sendContext: SendContext;
  #round: Promise<void> | undefined;
  #isRoundWanted = false;
  #isOpen = true;
  #isStopped = false;

  constructor(context: LaunchContext, target: Target) {
    const { serversPerJob, jobsAtOnce, serversInAllJobs } = target.config;
    const limits = new Limits({ serversPerJob, jobsAtOnce, serversInAllJobs }, context.monotonic);
    const heartbeat = new Heartbeat(context, target.name);
    const underWay = new Set<string>();
    this.#sendContext = { context, target, limits, heartbeat, underWay, doubts: new Map() };
  }

  get limits(): Limits {
    return this.#sendContext.limits;
  }

  /** Goes on until it is stopped. */
  async run(): Promise<void> {
    while (!this.#isStopped) {
      await this.#wakeSafely();
      await this.#pause();
    }
  }

  /** Begins nothing any more; what is under way comes to its end. */
  stop() {
    this.#isStopped = true;
  }

  /** Something has changed: looks now. Resolves when the look is over. */
  wake(): Promise<void> {
    this.#isRoundWanted = true;
    this.#round ??= this.#rounds().finally(() => {
      this.#round = undefined;
    });
    return this.#round;
  }

  /** One look, now, for the job of a batch in doubt. Rejects while DRS cannot be read. */
  async lookFor(key: BatchKey): Promise<void> {
    await lookFor(this.#sendContext, key);
  }

  /**
   * Sends one batch, if it is its turn and it still has the version that was found fit. Resolves to whether it was
   * sent, once DRS has answered or the answer is lost.
   */
  async send(key: BatchKey, version: number, jobs: readonly Job[]): Promise<boolean> {
    // A process that ends would not wait for the answer; the batch is planned, and the next one sends it.
    if (this.#isStopped) return false;
    try {
      return await sendBatch(this.#sendContext, key, version, jobs);
    } finally {
      void this.#wakeSafely();
    }
  }

  async #wakeSafely() {
    const { context, target } = this.#sendContext;
    await this.wake().catch((error: unknown) => {
      context.warn(`a round for ${target.name} failed`, error);
    });
  }

  /** Ends after one pause as soon as something is open, whichever round has found it. */
  async #pause() {
    for (let pauses = 1; ; pauses += 1) {
      await this.#sendContext.context.wait(PAUSE);
      if (this.#isOpen || pauses === IDLE_PAUSES) return;
    }
  }

  async #rounds(): Promise<void> {
    while (this.#isRoundWanted) {
      this.#isRoundWanted = false;
      // Something may be open until the round is over, and when it fails.
      this.#isOpen = true;
      await this.#sendContext.heartbeat.beat();
      await reconcile(this.#sendContext);
      this.#isOpen = await this.#sendDue();
    }
  }

  /** Begins to send whatever may be sent now. Resolves to whether anything is open. */
  async #sendDue(): Promise<boolean> {
    const { context, target, limits, heartbeat, underWay, doubts } = this.#sendContext;
    const store = await context.store();
    const waiting = await waitingBatches(store, target.name);
    if (this.#isStopped || waiting.every(({ paused }) => paused)) {
      return underWay.size > 0 || doubts.size > 0;
    }
    const now = context.clock.now();
    const fromDate = new Date(now.getTime() - JOBS_SINCE).toISOString();
    const jobs = await describeJobs(target.drs, { fromDate });
    const inFlight = await inFlightBatches(store, target.name, listedSince(now));
    const turn = whoseTurn({ waiting, inFlight, jobs, quotas: limits.now(), now });
    for (const batch of turn) {
      await heartbeat.beat();
      await this.#begin(batch, jobs);
    }
    return true;
  }

  async #begin(batch: WaitingBatch, jobs: readonly Job[]) {
    const { context, target, heartbeat, underWay } = this.#sendContext;
    if (underWay.size >= SENDERS || underWay.has(keyOf(batch))) return;
    const key = { ...batch, target: target.name };
    const version = await prepareBatch(this.#sendContext, key, jobs);
    if (version === undefined || heartbeat.hasGap()) return;
    if (batch.number > 1) checkpoint('between-batches');
    this.send(key, version, jobs).catch((error: unknown) => {
      context.warn(`${keyOf(batch)} could not be sent`, error);
    });
  }
}

/** The dispatcher of a target in this process. */
export function dispatcherOf(context: LaunchContext, target: Target): Dispatcher {
  const known = context.dispatchers.get(target.name);
  if (known) return known;
  const dispatcher = new Dispatcher(context, target);
  context.dispatchers.set(target.name, dispatcher);
  return dispatcher;
}
