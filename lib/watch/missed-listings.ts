/** A job is gone when DRS has left it out of every answer for this long, in milliseconds: lists lag behind. */
const GONE_AFTER = 10 * 60_000;

/** However much time has passed, on a clock that may be set: so many answers had to be without it. */
const LEAST_ANSWERS = 3;

interface Miss {
  since: number;
  answers: number;
}

/** The jobs that DRS leaves out of answers they should be in. */
export class MissedListings {
  readonly #byJob = new Map<string, Miss>();

  /** An answer was without the job. Gives the instant of the first one once the job is gone. */
  note(jobID: string, now: number): Date | undefined {
    const miss = this.#byJob.get(jobID) ?? { since: now, answers: 0 };
    miss.answers += 1;
    this.#byJob.set(jobID, miss);
    const isGone = miss.answers >= LEAST_ANSWERS && now - miss.since >= GONE_AFTER;
    return isGone ? new Date(miss.since) : undefined;
  }

  /** The job is there again, or is not looked for any more. */
  forget(jobID: string) {
    this.#byJob.delete(jobID);
  }
}
