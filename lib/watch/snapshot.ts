import { isDeepStrictEqual } from 'node:util';
import type { Problem } from '@/lib/contract/problem';
import { ProblemError } from '@/lib/contract/problem-error';
import type { Clock } from '@/lib/time';

/** What was last read, with its age and what has gone wrong since. */
export interface Reading<Value> {
  value: Value;
  /** When the read began: nothing in the value is older than the truth of that moment. */
  asOf: Date;
  sequence: number;
  /** Why the latest attempt failed; null when it succeeded. */
  problem: Problem | null;
  /** When it is tried again after a failure; null when the latest attempt succeeded. */
  retryAt: Date | null;
  /** Milliseconds between two readings while somebody looks; null when it is not read any more. */
  interval: number | null;
}

/** A value with the moment at which it was true. */
export type Timestamped<Value> = Pick<Reading<Value>, 'value' | 'asOf'>;

/** How something is read. */
export interface ReadOptions {
  /** Whether somebody waits for it: then it may be retried and leaves nothing out. */
  thorough: boolean;
  /** When the read begins. The value is dated so, wherever it is kept. */
  asOf: Date;
}

interface Settings<Value> {
  /** Reads the value from its source. */
  read: (options: ReadOptions) => Promise<Value>;
  /** Whether any other read may leave out what has not been seen before. */
  sparing?: boolean;
  toProblem: (thrown: unknown) => Problem;
  clock: Clock;
  /** Milliseconds between two readings while somebody looks; null when it is not read any more. */
  interval: () => number | null;
  /** A reading younger than this is served without asking again, in milliseconds. */
  maxAge: () => number;
  /** How long a viewer waits for a newer reading before the last good one is served, in milliseconds. */
  longestWait?: number;
  /** What an earlier process last read; undefined when there is nothing on record. */
  restore?: () => Promise<Timestamped<Value> | undefined>;
  /**
   * Asks another process, which reads for us, for something newer. Resolves after a look at what it has read, which is
   * then applied; undefined when this process reads itself.
   */
  ask?: () => Promise<void> | undefined;
  /** Called after each attempt to read, and when the reading is invalidated. */
  onChange?: (change: 'read' | 'failed' | 'invalidated') => void;
}

/** The longest pause of our own after a failure, in milliseconds. */
const LONGEST_BACK_OFF = 30_000;

/**
 * The longest pause that DRS is granted, in milliseconds. Whatever it asks for, one call in five minutes burdens nobody, and
 * a mistaken Retry-After of a day would leave the operator with what was read the day before.
 */
const LONGEST_PAUSE = 5 * 60_000;

/** How long a viewer waits for a newer reading by default, in milliseconds. */
const NEWER_READING_WAIT = 1_000;

/** The clocks of processes that read for each other may differ by so much, in milliseconds. */
const CLOCKS_DIFFER = 10_000;

/** How many looks at the store are waited for before this process reads a value that nobody has read. */
const MOST_LOOKS = 3;

/**
 * One thing that is read from upstream on behalf of everybody. However many ask, one read is under way;
 * a failing read keeps the last good value and is tried again after a growing pause.
 */
export class Snapshot<Value> {
  #good: (Timestamped<Value> & { sequence: number }) | undefined;
  #thoroughAsOf = -Infinity;
  #problem: Problem | null = null;
  #failures = 0;
  #attemptedAt = -Infinity;
  #pauseUntil = 0;
  #invalidated = false;
  #underWay: Promise<void> | undefined;
  #restoring: Promise<void> | undefined;

  constructor(private readonly settings: Settings<Value>) {}

  /**
   * The newest reading to be had without stalling: an older one carries its problem with it.
   * Throws a ProblemError as long as there has been no good reading at all.
   */
  async latest(): Promise<Reading<Value>> {
    const { clock, maxAge, longestWait = NEWER_READING_WAIT } = this.settings;
    await this.restored();
    const now = clock.now().getTime();
    if (!this.#isYoungerThan(maxAge(), now)) {
      const refreshed = this.#isPaused(now) ? Promise.resolve() : this.#renew();
      await (this.#good ? Promise.race([refreshed, pause(longestWait)]) : refreshed);
    }
    return this.#reading();
  }

  /** A reading from later than now is of an age that nobody knows. */
  #isYoungerThan(maxAge: number, now: number): boolean {
    if (!this.#good || this.#invalidated) return false;
    const age = now - this.#good.asOf.getTime();
    return age >= -CLOCKS_DIFFER && age < maxAge;
  }

  /** A pause that began later than now is none: the clock was set back. */
  #isPaused(now: number): boolean {
    return this.#attemptedAt <= now && now < this.#pauseUntil;
  }

  /**
   * What is to be had of it within a moment, for answers that do without: an upstream that hangs stalls nobody.
   * Undefined as long as there has been no good reading.
   */
  async lastWithin(
    longestWait = this.settings.longestWait ?? NEWER_READING_WAIT,
  ): Promise<Reading<Value> | undefined> {
    await Promise.race([this.latest().catch(() => undefined), pause(longestWait)]);
    return this.last();
  }

  /**
   * A thorough reading that began within the last `maxAge` milliseconds. Throws a ProblemError when none is
   * to be had. While upstream throttles it is asked only for whoever needs the very present, with 0.
   */
  async fresh(maxAge: number): Promise<Reading<Value>> {
    const asked = this.settings.clock.now().getTime();
    const needed = asked - maxAge;
    const before = this.#thoroughAsOf;
    // A reading from later than now was made before the clock was set back, nobody knows how long ago.
    if (before >= needed && before <= asked) return this.#reading();
    if (maxAge > 0) this.#leaveAloneIfThrottled(asked);
    let isOurs = false;
    do {
      // A read that is under way already may have begun too early, or be a sparing one.
      const joined = this.#underWay;
      await (joined ?? this.refresh({ thorough: true }));
      isOurs = joined === undefined;
      if (isOurs && this.#problem) throw new ProblemError(this.#problem);
      // Ours began after we asked, whatever the clock says by now.
    } while (!isOurs && (this.#thoroughAsOf < needed || this.#thoroughAsOf === before));
    return this.#reading();
  }

  #leaveAloneIfThrottled(now: number) {
    if (this.#problem?.status !== 429 || !this.#isPaused(now)) return;
    const retryAfterSeconds = Math.ceil((this.#pauseUntil - now) / 1_000);
    throw new ProblemError({ ...this.#problem, retryAfterSeconds });
  }

  /** The last reading as it is, without asking; undefined before the first good one. */
  last(): Reading<Value> | undefined {
    return this.#good && this.#reading();
  }

  /** What was last read, whatever has happened since; undefined before the first good reading. */
  get good(): Timestamped<Value> | undefined {
    return this.#good;
  }

  /** Why the latest attempt failed; null when it succeeded or there was none. */
  get problem() {
    return this.#problem;
  }

  /** Something has changed upstream: the next reader gets a new reading. */
  invalidate() {
    this.#invalidated = true;
    this.#pauseUntil = 0;
    this.settings.onChange?.('invalidated');
  }

  /** When the next read is due if one is wanted every `interval` milliseconds; milliseconds since the epoch. */
  dueAt(interval: number): number {
    if (this.#invalidated) return this.#pauseUntil;
    const now = this.settings.clock.now().getTime();
    if (this.#attemptedAt > now) return now;
    return Math.max(this.#attemptedAt + interval, this.#pauseUntil);
  }

  /** Reads now, or joins the read that is under way. Resolves also when it fails; `problem` tells. */
  refresh(options = { thorough: this.#invalidated }): Promise<void> {
    this.#underWay ??= this.#read(options).finally(() => {
      this.#underWay = undefined;
    });
    return this.#underWay;
  }

  /** Whether a reading of another process replaces ours. */
  isNewer(asOf: Date): boolean {
    if (!this.#good || asOf >= this.#good.asOf) return true;
    const sinceOurs = this.settings.clock.now().getTime() - this.#attemptedAt;
    return sinceOurs < 0 || sinceOurs >= CLOCKS_DIFFER;
  }

  /** Takes over what another process has read, if anything, and what has gone wrong there since. */
  applyShared(
    { problem, retryAt }: Pick<Reading<Value>, 'problem' | 'retryAt'>,
    read?: Timestamped<Value>,
  ) {
    const isNew = read && (read.value !== this.#good?.value || +read.asOf !== +this.#good.asOf);
    const pauseUntil = retryAt?.getTime() ?? 0;
    const isSame = isDeepStrictEqual(problem, this.#problem) && pauseUntil === this.#pauseUntil;
    if (isNew) this.#take(read);
    this.#problem = problem;
    this.#pauseUntil = pauseUntil;
    this.#failures = 0;
    if (isNew || !isSame) this.settings.onChange?.(isNew ? 'read' : 'failed');
  }

  #take(read: Timestamped<Value>) {
    this.#good = { ...read, sequence: (this.#good?.sequence ?? 0) + 1 };
    this.#attemptedAt = this.settings.clock.now().getTime();
    this.#invalidated = false;
    // Whoever needs a fresh reading is not given one that another clock has dated.
    this.#thoroughAsOf = -Infinity;
  }

  /** Gets a newer reading, from the process that reads or by reading. */
  async #renew() {
    const before = this.#good;
    for (let look = 0; look < MOST_LOOKS && this.#good === before; look += 1) {
      const looked = this.settings.ask?.();
      if (!looked) return this.refresh();
      await looked;
    }
    if (!this.#good && !this.#problem) await this.refresh();
  }

  /** Resolves once what an earlier process left is there, if it left anything. */
  restored(): Promise<void> {
    this.#restoring ??= this.#restore();
    return this.#restoring;
  }

  async #restore() {
    const kept = await this.settings.restore?.().catch(() => undefined);
    if (kept) this.#good ??= { ...kept, sequence: 1 };
  }

  #reading(): Reading<Value> {
    const problem = this.#problem;
    const retryAt = problem ? new Date(this.#pauseUntil) : null;
    if (this.#good) {
      return { ...this.#good, problem, retryAt, interval: this.settings.interval() };
    }
    if (problem) throw new ProblemError(problem);
    throw new Error('A snapshot was asked for its reading before it was read.');
  }

  async #read({ thorough }: Pick<ReadOptions, 'thorough'>) {
    const { read, sparing = false, toProblem, clock, onChange } = this.settings;
    // What an earlier process left must not come after what is read now.
    await this.restored();
    const asOf = clock.now();
    this.#attemptedAt = asOf.getTime();
    this.#invalidated = false;
    try {
      const value = await read({ thorough, asOf });
      this.#good = { value, asOf, sequence: (this.#good?.sequence ?? 0) + 1 };
      if (thorough || !sparing) this.#thoroughAsOf = asOf.getTime();
      this.#problem = null;
      this.#failures = 0;
      this.#pauseUntil = 0;
    } catch (error) {
      this.#problem = toProblem(error);
      this.#failures += 1;
      const backOff = Math.min(LONGEST_BACK_OFF, 500 * 2 ** this.#failures);
      const asked = (this.#problem.retryAfterSeconds ?? 0) * 1000;
      this.#pauseUntil = clock.now().getTime() + Math.min(LONGEST_PAUSE, Math.max(backOff, asked));
    }
    onChange?.(this.#problem ? 'failed' : 'read');
  }
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, milliseconds).unref();
  });
}
