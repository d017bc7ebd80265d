import type { Job } from '@/lib/contract/job';
import { pastJobsOf } from '@/lib/outcome/past-jobs';
import { isUnderWay } from '@/lib/outcome/under-way';
import type { Logs } from './logs';

/** Reads the logs of past jobs that tell what to expect of a running one. */
export class PastLogs {
  #isReading = false;

  constructor(private readonly logs: Logs) {}

  /**
   * Reads what is missing for the jobs that run and whose logs somebody watches, one log at a time. One that cannot be
   * read teaches nothing, and is left alone.
   */
  async read(jobs: readonly Job[]) {
    if (this.#isReading) return;
    this.#isReading = true;
    try {
      for (const job of this.#missing(jobs)) {
        await this.logs
          .of(job)
          .latest()
          .catch(() => undefined);
      }
    } finally {
      this.#isReading = false;
    }
  }

  #missing(jobs: readonly Job[]): Job[] {
    const watched = jobs.filter((job) => isUnderWay(job) && this.logs.isWatched(job.jobID));
    const past = new Set(watched.flatMap((job) => pastJobsOf(job, jobs)));
    return [...past].filter((job) => !this.logs.known(job) && !this.logs.of(job).problem);
  }
}
