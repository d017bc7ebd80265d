import type { Job } from '@/lib/contract/job';
import type { Problem } from '@/lib/contract/problem';
import { pastJobsOf } from '@/lib/outcome/past-jobs';
import { isUnderWay } from '@/lib/outcome/under-way';
import type { Logs } from './logs';

/** Reads the logs of past jobs that tell what to expect of a running one. */
export class PastLogs {
  #isReading = false;

  constructor(private readonly logs: Logs) {}

  /**
   * Reads the missing logs of past jobs like those that run and are watched, one at a time. While DRS throttles the rest waits
   * for the next call; a log that cannot be read for another reason is left alone.
   */
  async read(jobs: readonly Job[]) {
    if (this.#isReading) return;
    this.#isReading = true;
    try {
      for (const job of this.#missing(jobs)) {
        const log = this.logs.of(job);
        await log.latest().catch(() => undefined);
        if (isThrottled(log.problem)) return;
      }
    } finally {
      this.#isReading = false;
    }
  }

  #missing(jobs: readonly Job[]): Job[] {
    const watched = jobs.filter((job) => isUnderWay(job) && this.logs.isWatched(job.jobID));
    const past = new Set(watched.flatMap((job) => pastJobsOf(job, jobs)));
    return [...past].filter((job) => !this.logs.known(job) && this.#mayBeRead(job));
  }

  #mayBeRead(job: Job): boolean {
    const { problem } = this.logs.of(job);
    return problem === null || isThrottled(problem);
  }
}

const isThrottled = (problem: Problem | null) => problem?.status === 429;
