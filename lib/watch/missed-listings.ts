/** A job that no answer has had for this long counts as deleted, in milliseconds. Lists lag behind. */
const GONE_AFTER = 10 * 60_000;

/** How many answers must lack the job as well, because the clock may be set. */
const LEAST_ANSWERS = 3;

interface Miss {
  since: number;
  answers: number;
}

/** The jobs that DRS leaves out of answers they should be in. */
export class MissedListings {
  readonly #byJob = new Map<string, Miss>();

  /** Records an answer without the job. Returns the instant of the first such answer once the job counts as deleted. */
  note(jobID: string, now: number): Date | undefined {
    const miss = this.#byJob.get(jobID) ?? { since: now, answers: 0 };
    miss.answers += 1;
    this.#byJob.set(jobID, miss);
    const isGone = miss.answers >= LEAST_ANSWERS && now - miss.since >= GONE_AFTER;
    return isGone ? new Date(miss.since) : undefined;
  }

  /** Forgets a job that is listed again or is no longer looked for. */
  forget(jobID: string) {
    this.#byJob.delete(jobID);
  }
}
