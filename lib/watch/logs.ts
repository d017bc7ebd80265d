import type { Job, JobLogItem } from '@/lib/contract/job';
import type { Problem } from '@/lib/contract/problem';
import { parseInstant } from '@/lib/format';
import { isUnderWay } from '@/lib/outcome/under-way';
import type { Clock } from '@/lib/time';
import { LOG_INTERVAL } from './intervals';
import { LruCache } from './lru-cache';
import { type Timestamped, type ReadOptions, Snapshot } from './snapshot';

export type LoggedJob = Pick<Job, 'jobID' | 'status' | 'endDateTime' | 'unlistedSince'>;

/** A log as it was last read. */
export interface KnownLog {
  lines: JobLogItem[];
  asOf: Date;
  /** Whether it was read to where the job stands: of an ended job, to its end. */
  isRead: boolean;
}

type Log = Snapshot<JobLogItem[]>;

interface Settings {
  read: (job: LoggedJob, options: ReadOptions) => Promise<JobLogItem[]>;
  toProblem: (thrown: unknown) => Problem;
  clock: Clock;
  /** How far the clock of DRS is ahead of the one that dates the readings, in milliseconds; undefined while nobody knows. */
  clockOffset: () => number | undefined;
  /** What an earlier process last read of a log. */
  restore: (jobID: string) => Promise<Timestamped<JobLogItem[]> | undefined>;
  /** Asks another process that reads for us; undefined when this one reads. */
  ask: (jobID: string) => Promise<void> | undefined;
  /** Called after each attempt to read any log. */
  onChange: () => void;
}

/** A job that has ended, whose log has not been read to its end. */
interface Ended {
  job: LoggedJob;
  /** When its end was seen, in milliseconds since the epoch. */
  since: number;
}

/** The last lines of a log may be written this long after the end of its job, in milliseconds. */
const LAST_LINES = 60_000;

/** Until then the log of an ended job that lacks its end is read this often, in milliseconds. */
const LAST_LINES_INTERVAL = 10_000;

/** A log that has no end by this time after the end of its job was seen is left until somebody opens it, in milliseconds. */
const GIVE_UP_AFTER = 2 * LAST_LINES;

/** How many logs are kept in memory; the least recently used go first. */
const LOGS_KEPT = 50;

/** The logs of the jobs of one target. */
export class Logs {
  readonly #snapshots = new LruCache<Log>(LOGS_KEPT);
  /** How many watch the log of each job. */
  readonly #followers = new Map<string, number>();
  /** Jobs whose logs are watched in other processes. */
  #others: ReadonlySet<string> = new Set();
  readonly #incomplete = new Map<string, Ended>();
  #isCatchingUp = false;

  constructor(private readonly settings: Settings) {}

  /** How many logs are still to be read to their end. */
  get incomplete() {
    return this.#incomplete.size;
  }

  of(job: LoggedJob): Log {
    return this.#snapshots.get(keyOf(job), () => this.#open(job));
  }

  /** The log as far as it is in memory. DRS is not asked. */
  known(job: LoggedJob): KnownLog | undefined {
    const reading = this.#snapshots.peek(keyOf(job))?.last();
    return reading && this.toKnown(job, reading);
  }

  /** Tells whether a reading of a log reaches as far as the job. */
  toKnown(job: LoggedJob, { value, asOf }: Timestamped<JobLogItem[]>): KnownLog {
    const isRead = isUnderWay(job) || this.#reachesEnd(job, { value, asOf });
    return { lines: value, asOf, isRead };
  }

  /** Adds a viewer of the log of a job. Returns a function that removes the viewer. */
  follow(jobID: string): () => void {
    this.#followers.set(jobID, (this.#followers.get(jobID) ?? 0) + 1);
    return () => {
      const left = (this.#followers.get(jobID) ?? 0) - 1;
      if (left > 0) this.#followers.set(jobID, left);
      else this.#followers.delete(jobID);
    };
  }

  /** Whether somebody watches the log of a job, here or in another process. */
  isWatched(jobID: string): boolean {
    return this.#followers.has(jobID) || this.#others.has(jobID);
  }

  /** The jobs whose logs somebody watches here. */
  watched(): string[] {
    return [...this.#followers.keys()];
  }

  /** Replaces the set of jobs whose logs are watched in other processes. */
  watchForOthers(jobIDs: ReadonlySet<string>) {
    this.#others = jobIDs;
  }

  /** Adds jobs that have just ended. Their logs are read to the end, watched or not. */
  complete(ended: readonly LoggedJob[]) {
    const since = this.settings.clock.now().getTime();
    for (const job of ended) this.#incomplete.set(job.jobID, { job, since });
  }

  /** Reads, one after the other, the logs that are watched and those that lack their end. */
  async catchUp(active: readonly LoggedJob[]) {
    if (this.#isCatchingUp) return;
    this.#isCatchingUp = true;
    const watched = active.filter(({ jobID }) => this.isWatched(jobID));
    try {
      for (const job of watched) await this.#read(job, LOG_INTERVAL);
      for (const ended of this.#incomplete.values()) {
        await this.#read(ended.job, LAST_LINES_INTERVAL);
        if (this.#isOver(ended)) this.#incomplete.delete(ended.job.jobID);
      }
    } finally {
      this.#isCatchingUp = false;
    }
  }

  async #read(job: LoggedJob, interval: number) {
    const log = this.of(job);
    if (log.dueAt(interval) <= this.settings.clock.now().getTime()) await log.refresh();
  }

  #isOver(ended: Ended): boolean {
    const { problem } = this.of(ended.job);
    // What a role may not read is not asked for again before somebody opens it.
    if (problem) return isDenied(problem);
    const now = this.settings.clock.now().getTime();
    // A clock that was set back begins to count anew.
    ended.since = Math.min(ended.since, now);
    return this.known(ended.job)?.isRead === true || now - ended.since > GIVE_UP_AFTER;
  }

  #open(job: LoggedJob) {
    const { read, restore, ask, ...common } = this.settings;
    const snapshot: Log = new Snapshot({
      ...common,
      read: (options) => read(job, options),
      restore: () => restore(job.jobID),
      ask: () => ask(job.jobID),
      interval: () => this.#intervalOf(job, snapshot),
      maxAge: () => (this.#isFinal(job, snapshot) ? Infinity : LOG_INTERVAL),
    });
    return snapshot;
  }

  #intervalOf(job: LoggedJob, log: Log): number | null {
    if (isUnderWay(job)) return LOG_INTERVAL;
    return this.#isFinal(job, log) || isDenied(log.problem) ? null : LAST_LINES_INTERVAL;
  }

  #isFinal(job: LoggedJob, { good }: Log): boolean {
    return good !== undefined && !isUnderWay(job) && this.#reachesEnd(job, good);
  }

  /**
   * Whether a log was read to its end: by its last line or, where DRS has written none, by the time at which it was read,
   * by the clock of DRS. DRS writes lines for every job.
   */
  #reachesEnd({ endDateTime }: LoggedJob, { value, asOf }: Timestamped<JobLogItem[]>): boolean {
    if (value.some(({ event }) => event === 'JOB_END')) return true;
    const end = parseInstant(endDateTime);
    const offset = this.settings.clockOffset();
    if (value.length === 0 || !end || offset === undefined) return false;
    return asOf.getTime() + offset > end.getTime() + LAST_LINES;
  }
}

/** A log read while the job ran lacks its end, so an ended job starts with a snapshot of its own. */
const keyOf = (job: LoggedJob) => `${job.jobID} ${isUnderWay(job) ? 'active' : 'ended'}`;

const isDenied = (problem: Problem | null) => problem?.code === 'drs-access-denied';
