import type { Quotas, Usage } from '../plan';

const SERVERS_PER_JOB = 'L-B827C881';
const JOBS_AT_ONCE = 'L-D88FAC3A';
const SERVERS_IN_ALL_JOBS = 'L-05AFA8C6';

/** How long a learned limit on jobs or servers at once is kept, in milliseconds: it may have been a passing state. */
const KEPT = 10 * 60_000;

/** The quotas of one target: those of the settings, lowered by what DRS has refused. */
export class Limits {
  #learned: { quotas: Partial<Quotas>; until: number } = { quotas: {}, until: 0 };
  #serversPerJob = Infinity;

  constructor(
    private readonly settings: Quotas,
    private readonly monotonic: () => number,
  ) {}

  now(): Quotas {
    const { serversPerJob, jobsAtOnce, serversInAllJobs } = this.settings;
    const learned = this.monotonic() < this.#learned.until ? this.#learned.quotas : {};
    return {
      serversPerJob: Math.min(serversPerJob, this.#serversPerJob),
      jobsAtOnce: Math.min(jobsAtOnce, learned.jobsAtOnce ?? Infinity),
      serversInAllJobs: Math.min(serversInAllJobs, learned.serversInAllJobs ?? Infinity),
    };
  }

  /** Learns from a 402 for a batch of so many servers, beside which so much was in use. */
  learn(quotaCode: string | undefined, servers: number, inUse: Usage) {
    if (quotaCode === SERVERS_PER_JOB) {
      // DRS does not say what it allows, only that this was more.
      this.#serversPerJob = Math.max(1, Math.floor(servers / 2));
    }
    if (quotaCode === JOBS_AT_ONCE && inUse.jobs > 0) this.#keep({ jobsAtOnce: inUse.jobs });
    if (quotaCode === SERVERS_IN_ALL_JOBS && inUse.servers > 0) {
      this.#keep({ serversInAllJobs: inUse.servers + servers - 1 });
    }
  }

  #keep(quotas: Partial<Quotas>) {
    const still = this.monotonic() < this.#learned.until ? this.#learned.quotas : {};
    this.#learned = { quotas: { ...still, ...quotas }, until: this.monotonic() + KEPT };
  }
}
