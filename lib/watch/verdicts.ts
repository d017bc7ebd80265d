import { setTimeout as pause } from 'node:timers/promises';
import { chunk } from '@/lib/chunk';
import type { Job, JobLogItem, JobOutcome } from '@/lib/contract/job';
import type { Problem } from '@/lib/contract/problem';
import { judgeJob } from '@/lib/outcome/judge';
import { isUnderWay } from '@/lib/outcome/under-way';
import type { Clock } from '@/lib/time';
import type { KnownLog, Logs } from './logs';
import type { Timestamped } from './snapshot';

interface Settings {
  logs: Logs;
  clock: Clock;
  /** Loads the logs of these jobs that are on record, by job id. */
  recall: (jobIDs: string[]) => Promise<Map<string, Timestamped<JobLogItem[]>>>;
}

/** How long an answer waits for the store, in milliseconds, so that a store that hangs delays nobody. */
const RECALL_WAIT = 1_000;

/** How many logs are loaded from the store at once. */
const RECALLED_AT_ONCE = 100;

/** How long until a missing log is looked for on record again, in milliseconds. Another process may have read it. */
const RECALL_AGAIN = 30_000;

interface Judged {
  outcome: JobOutcome;
  /** When the log that decided was read. */
  asOf: Date;
}

interface Judgement {
  outcome: JobOutcome;
  /** When the log was last read; undefined when it never was. */
  asOf: Date | undefined;
  /** Why the latest attempt to read it failed; null when it succeeded. */
  problem: Problem | null;
}

/**
 * What the jobs of a target have come to. The logs decide, and they are too many to be at hand; so of an ended job
 * whose log was read to its end the verdict is kept.
 */
export class Verdicts {
  /** Keyed by object: a job that changes is a new object. */
  readonly #judged = new WeakMap<Job, Judged>();
  readonly #recalledAt = new WeakMap<Job, number>();
  #recalling: Promise<void> = Promise.resolve();

  constructor(private readonly settings: Settings) {}

  /** The verdict on each of these jobs, by the logs on record. DRS is not asked. */
  async on(jobs: readonly Job[]): Promise<(job: Job) => JobOutcome> {
    this.#recalling = this.#recalling.then(() => this.#recall(jobs));
    await Promise.race([this.#recalling, pause(RECALL_WAIT, undefined, { ref: false })]);
    return (job) => this.#judge(job, this.settings.logs.known(job));
  }

  /** The verdict on one job by its newest log, the age of that log, and why there is no newer one. */
  async withLog(job: Job): Promise<Judgement> {
    const log = this.settings.logs.of(job);
    const reading = await log.latest().catch(() => undefined);
    const outcome = this.#judge(job, reading && this.settings.logs.toKnown(job, reading));
    return { outcome, problem: log.problem, asOf: reading?.asOf };
  }

  #judge(job: Job, log: KnownLog | undefined): JobOutcome {
    const before = this.#judged.get(job);
    if (before && (!log || log.asOf <= before.asOf)) return before.outcome;
    const outcome = judgeJob(job, log?.lines ?? null, log?.isRead);
    if (log?.isRead && !isUnderWay(job)) this.#judged.set(job, { outcome, asOf: log.asOf });
    return outcome;
  }

  async #recall(jobs: readonly Job[]) {
    const now = this.settings.clock.now().getTime();
    const wanted = jobs.filter((job) => this.#isWanted(job, now));
    for (const some of chunk(wanted, RECALLED_AT_ONCE)) await this.#recallThese(some, now);
  }

  #isWanted(job: Job, now: number): boolean {
    const recalledAt = this.#recalledAt.get(job) ?? -Infinity;
    return !isUnderWay(job) && !this.#judged.has(job) && now - recalledAt >= RECALL_AGAIN;
  }

  async #recallThese(jobs: readonly Job[], now: number) {
    const ids = jobs.map(({ jobID }) => jobID);
    const logs = await this.settings.recall(ids).catch(() => undefined);
    for (const job of jobs) {
      this.#recalledAt.set(job, now);
      const log = logs?.get(job.jobID);
      if (log) this.#judge(job, this.settings.logs.toKnown(job, log));
    }
  }
}
