import { isDeepStrictEqual } from 'node:util';
import type { Job } from '@/lib/contract/job';
import { parseInstant } from '@/lib/format';
import type { Clock } from '@/lib/time';

/** DescribeJobs takes up to 1,000 ids. https://docs.aws.amazon.com/drs/latest/APIReference/API_DescribeJobsRequestFilters.html */
const IDS_PER_CALL = 1_000;

/** How often a sparing read looks for new jobs as well, in milliseconds. */
const LOOK_INTERVAL = 15_000;

/** Jobs created this long before the last look are looked at again: clocks differ, and lists lag behind. */
const OVERLAP = 60 * 60_000;

interface Filters {
  jobIDs?: string[];
  fromDate?: string;
}

type DescribeJobs = (filters: Filters) => Promise<Job[]>;

/**
 * Every job of a target that was ever seen, kept up to date at the price of one call: the jobs that are under
 * way by their ids, and now and then whatever is new. A job that DRS no longer lists stays as it was last seen.
 */
export class JobBook {
  readonly #jobs = new Map<string, Job>();
  readonly #gone = new Set<string>();
  #changed = new Map<string, Job>();
  #lookedAt: number | undefined;
  #newestFirst: Job[] = [];

  constructor(private readonly clock: Clock) {}

  /** Takes in jobs of earlier times. */
  add(jobs: readonly Job[]) {
    if (jobs.filter((job) => this.#put(job)).length > 0) this.#sort();
  }

  /** The jobs that are new or have changed since this was last asked. */
  takeChanged(): Job[] {
    const changed = [...this.#changed.values()];
    this.#changed = new Map();
    return changed;
  }

  /** Every job, newest first; the same list, and the same jobs in it, as long as nothing changes. */
  all(): Job[] {
    return this.#newestFirst;
  }

  /** Jobs that have not ended, as far as is known. */
  active(): Job[] {
    return this.#newestFirst.filter((job) => isActive(job) && !this.#gone.has(job.jobID));
  }

  /** Reads what may have changed; `thorough` finds new jobs for certain. Resolves to every job, newest first. */
  async read(describe: DescribeJobs, { thorough }: { thorough: boolean }): Promise<Job[]> {
    const now = this.clock.now().getTime();
    const active = this.active();
    const isLookDue = this.#lookedAt === undefined || now - this.#lookedAt >= LOOK_INTERVAL;
    if (thorough || isLookDue || active.length === 0) {
      this.add(await describe(this.#whatIsNew(active)));
      this.#lookedAt = now;
    } else {
      for (const jobs of chunksOf(active, IDS_PER_CALL)) await this.#follow(describe, jobs);
    }
    return this.all();
  }

  async #follow(describe: DescribeJobs, jobs: Job[]) {
    const jobIDs = jobs.map(({ jobID }) => jobID);
    const found = await describe({ jobIDs });
    const listed = new Set(found.map(({ jobID }) => jobID));
    for (const jobID of jobIDs) if (!listed.has(jobID)) this.#gone.add(jobID);
    this.add(found);
  }

  /** Everything at first; later what was created since the last look, and the jobs under way. */
  #whatIsNew(active: Job[]): Filters {
    if (this.#lookedAt === undefined) return {};
    const begins = active.map(({ creationDateTime }) => parseInstant(creationDateTime)?.getTime());
    if (begins.includes(undefined)) return {};
    const oldest = Math.min(
      this.#lookedAt - OVERLAP,
      ...begins.filter((time) => time !== undefined),
    );
    return { fromDate: new Date(oldest).toISOString() };
  }

  /** True when the job is new or has changed; an unchanged one stays the very same object. */
  #put(job: Job): boolean {
    this.#gone.delete(job.jobID);
    if (isDeepStrictEqual(this.#jobs.get(job.jobID), job)) return false;
    this.#jobs.set(job.jobID, job);
    this.#changed.set(job.jobID, job);
    return true;
  }

  #sort() {
    this.#newestFirst = [...this.#jobs.values()].toSorted(
      (one, other) =>
        (other.creationDateTime ?? '').localeCompare(one.creationDateTime ?? '') ||
        one.jobID.localeCompare(other.jobID),
    );
  }
}

/** Whether a job goes on. A status that is not known to Homeward goes on until DRS gives it an end. */
export const isActive = ({ status, endDateTime }: Pick<Job, 'status' | 'endDateTime'>) =>
  status !== 'COMPLETED' && !endDateTime;

function chunksOf<Item>(items: Item[], size: number): Item[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, index) =>
    items.slice(index * size, (index + 1) * size),
  );
}
