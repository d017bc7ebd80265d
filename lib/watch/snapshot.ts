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
}

interface Settings<Value> {
  read: () => Promise<Value>;
  toProblem: (thrown: unknown) => Problem;
  clock: Clock;
  /** A reading younger than this is served without asking again, in milliseconds. */
  maxAge: number;
  /** How long a viewer waits for a newer reading before the last good one is served, in milliseconds. */
  patience?: number;
}

const LONGEST_PAUSE = 30_000;

/**
 * One thing that is read from upstream on behalf of everybody. However many ask, one read is under way;
 * a failing read keeps the last good value and is tried again after a growing pause.
 */
export class Snapshot<Value> {
  #good: Omit<Reading<Value>, 'problem'> | undefined;
  #problem: Problem | null = null;
  #failures = 0;
  #pauseUntil = 0;
  #expired = false;
  #underWay: Promise<void> | undefined;

  constructor(private readonly settings: Settings<Value>) {}

  /**
   * The newest reading to be had without stalling: an older one carries its problem with it.
   * Throws a ProblemError as long as there has been no good reading at all.
   */
  async latest(): Promise<Reading<Value>> {
    const { clock, maxAge, patience = 1_000 } = this.settings;
    const now = clock.now().getTime();
    if (!this.#good || this.#expired || now - this.#good.asOf.getTime() >= maxAge) {
      const refreshed = now < this.#pauseUntil ? Promise.resolve() : this.#refresh();
      await (this.#good ? Promise.race([refreshed, pause(patience)]) : refreshed);
    }
    return this.#reading();
  }

  /** A reading that began within the last `maxAge` milliseconds. Throws a ProblemError when none is to be had. */
  async fresh(maxAge: number): Promise<Reading<Value>> {
    const needed = this.settings.clock.now().getTime() - maxAge;
    // A read that was under way before we asked may be too old, so it can take a second one.
    for (let attempt = 0; attempt < 2; attempt += 1) {
      if (this.#good && this.#good.asOf.getTime() >= needed) return this.#reading();
      await this.#refresh();
      if (this.#problem) throw new ProblemError(this.#problem);
    }
    return this.#reading();
  }

  /** The last reading as it is, without asking; undefined before the first good one. */
  last(): Reading<Value> | undefined {
    return this.#good && { ...this.#good, problem: this.#problem };
  }

  /** Why the latest attempt failed; null when it succeeded or there was none. */
  get problem() {
    return this.#problem;
  }

  /** Something has changed upstream: the next reader gets a new reading. */
  expire() {
    this.#expired = true;
    this.#pauseUntil = 0;
  }

  #reading(): Reading<Value> {
    if (this.#good) return { ...this.#good, problem: this.#problem };
    if (this.#problem) throw new ProblemError(this.#problem);
    throw new Error('A snapshot was asked for its reading before it was read.');
  }

  #refresh(): Promise<void> {
    this.#underWay ??= this.#read().finally(() => {
      this.#underWay = undefined;
    });
    return this.#underWay;
  }

  async #read() {
    const { read, toProblem, clock } = this.settings;
    const asOf = clock.now();
    this.#expired = false;
    try {
      const value = await read();
      this.#good = { value, asOf, sequence: (this.#good?.sequence ?? 0) + 1 };
      this.#problem = null;
      this.#failures = 0;
    } catch (error) {
      this.#problem = toProblem(error);
      this.#failures += 1;
      const backOff = Math.min(LONGEST_PAUSE, 500 * 2 ** this.#failures);
      const asked = (this.#problem.retryAfterSeconds ?? 0) * 1000;
      this.#pauseUntil = clock.now().getTime() + Math.max(backOff, asked);
    }
  }
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, milliseconds).unref();
  });
}
