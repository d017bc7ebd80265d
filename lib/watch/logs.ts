import type { Job, JobLogItem } from '@/lib/contract/job';
import type { Problem } from '@/lib/contract/problem';
import { parseInstant } from '@/lib/format';
import { isUnderWay } from '@/lib/outcome/under-way';
import type { Clock } from '@/lib/time';
import { LOG_INTERVAL } from './intervals';
import { Kept } from './kept';
import { type Dated, type How, Snapshot } from './snapshot';

export type LoggedJob = Pick<Job, 'jobID' | 'status' | 'endDateTime' | 'unlistedSince'>;

/** A log as it was last read. */
export interface KnownLog {
  lines: JobLogItem[];
  asOf: Date;
  /** Whether it was read to where the job stands: of an ended job, to its end. */
  isRead: boolean;
}

interface Settings {
  read: (job: LoggedJob, how: How) => Promise<JobLogItem[]>;
  toProblem: (thrown: unknown) => Problem;
  clock: Clock;
  /** What an earlier process last read of a log. */
  restore: (jobID: string) => Promise<Dated<JobLogItem[]> | undefined>;
  /** Asks another process that reads for us; undefined when this one reads. */
  ask: (jobID: string) => Promise<void> | undefined;
  /** Called after each attempt to read any log. */
  onChange: () => void;
}

/** The last lines of a log may be written this long after the end of its job, in milliseconds. */
const LAST_LINES = 60_000;

/** Logs of this many jobs are at hand: those that were asked for last. */
const LOGS_KEPT = 50;

/** The logs of the jobs of one target. */
export class Logs {
  readonly #snapshots = new Kept<Snapshot<JobLogItem[]>>(LOGS_KEPT);
  /** How many watch the log of each job. */
  readonly #followers = new Map<string, number>();
  /** Jobs whose logs are watched in other processes. */
  #others: ReadonlySet<string> = new Set();
  /** Jobs that have ended, whose logs have not been read since. */
  readonly #incomplete = new Map<string, LoggedJob>();
  #isCatchingUp = false;

  constructor(private readonly settings: Settings) {}

  /** How many logs are still to be read to their end. */
  get incomplete() {
    return this.#incomplete.size;
  }

  of(job: LoggedJob): Snapshot<JobLogItem[]> {
    return this.#snapshots.get(keyOf(job), () => this.#open(job));
  }

  /** The log as far as it is at hand, without asking DRS for it. */
  known(job: LoggedJob): KnownLog | undefined {
    const reading = this.#snapshots.peek(keyOf(job))?.last();
    return reading && toKnown(job, reading);
  }

  /** Somebody watches the log of a job, until the returned function is called. */
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

  /** These are watched in other processes, in the place of those of the last call. */
  watchForOthers(jobIDs: ReadonlySet<string>) {
    this.#others = jobIDs;
  }

  /** Jobs that have just ended: their logs are read once more, watched or not. */
  complete(ended: readonly LoggedJob[]) {
    for (const job of ended) this.#incomplete.set(job.jobID, job);
  }

  /** Reads, one after the other, the logs that are watched and those that lack their end. */
  async catchUp(active: readonly LoggedJob[]) {
    if (this.#isCatchingUp) return;
    this.#isCatchingUp = true;
    const watched = active.filter(({ jobID }) => this.isWatched(jobID));
    try {
      for (const job of [...watched, ...this.#incomplete.values()]) await this.#catchUp(job);
    } finally {
      this.#isCatchingUp = false;
    }
  }

  async #catchUp(job: LoggedJob) {
    const log = this.of(job);
    if (log.dueAt(LOG_INTERVAL) <= this.settings.clock.now().getTime()) await log.refresh();
    // What a role may not read is not asked for again before somebody opens it.
    const isOver = log.problem === null || log.problem.code === 'drs-access-denied';
    if (!isUnderWay(job) && isOver) this.#incomplete.delete(job.jobID);
  }

  #open(job: LoggedJob) {
    const { read, restore, ask, ...common } = this.settings;
    const end = parseInstant(job.endDateTime)?.getTime() ?? Infinity;
    const snapshot: Snapshot<JobLogItem[]> = new Snapshot({
      ...common,
      read: (how) => read(job, how),
      restore: () => restore(job.jobID),
      ask: () => ask(job.jobID),
      interval: () => (isUnderWay(job) ? LOG_INTERVAL : null),
      maxAge: () => (this.#isFinal(snapshot, end) ? Infinity : LOG_INTERVAL),
    });
    return snapshot;
  }

  #isFinal(snapshot: Snapshot<JobLogItem[]>, end: number) {
    const asOf = snapshot.last()?.asOf.getTime() ?? 0;
    return asOf > end + LAST_LINES;
  }
}

/** What a reading of the log of a job is worth. */
export function toKnown(job: LoggedJob, { value, asOf }: Dated<JobLogItem[]>): KnownLog {
  return { lines: value, asOf, isRead: isUnderWay(job) || reachesEnd(job, { value, asOf }) };
}

/** By its last line or, where DRS writes none, by the time at which it was read. */
function reachesEnd({ endDateTime }: LoggedJob, { value, asOf }: Dated<JobLogItem[]>): boolean {
  const end = parseInstant(endDateTime);
  return value.some(({ event }) => event === 'JOB_END') || (end !== undefined && asOf >= end);
}

/** A log read while the job ran lacks its end, so an ended job starts with a snapshot of its own. */
const keyOf = (job: LoggedJob) => `${job.jobID} ${isUnderWay(job) ? 'active' : 'ended'}`;
