import { isDeepStrictEqual } from 'node:util';
import type { Job } from '@/lib/contract/job';
import { parseInstant } from '@/lib/format';
import { isUnderWay } from '@/lib/outcome/under-way';
import { accountIn } from '@/lib/readiness/account';
import type { Clock } from '@/lib/time';
import { MissedListings } from './missed-listings';

/** How often a sparing read looks for new jobs as well, in milliseconds. */
const LOOK_INTERVAL = 15_000;

/** Jobs created this long before the newest one are looked at again, in milliseconds: lists lag behind. */
const LOOK_OVERLAP = 60 * 60_000;

interface Filters {
  jobIDs?: string[];
  fromDate?: string;
}

type DescribeJobs = (filters: Filters) => Promise<Job[]>;

/**
 * Every job of a target that was ever seen, kept up to date at the price of one call: the jobs that are under
 * way by their ids, and now and then whatever is new. A job that DRS no longer lists stays as it was last seen; if it
 * had not ended it is looked for a while longer, and then marked.
 */
export class JobIndex {
  readonly #jobs = new Map<string, Job>();
  readonly #missed = new MissedListings();
  readonly #accounts = new Set<string>();
  #changed = new Map<string, Job>();
  #lookedAt: number | undefined;
  #newestFirst: Job[] = [];

  constructor(private readonly clock: Clock) {}

  /** Adds jobs that are on record. */
  add(jobs: readonly Job[]) {
    if (jobs.filter((job) => this.#put(job)).length > 0) this.#sort();
  }

  /** Adds a job that DRS returned for a launch and may not list yet. A listed job is newer and stays. */
  addStarted(job: Job) {
    if (!this.#jobs.has(job.jobID)) this.add([job]);
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
    return this.#newestFirst.filter(isUnderWay);
  }

  /** Reads what may have changed; `thorough` finds new jobs for certain. Resolves to every job, newest first. */
  async read(describe: DescribeJobs, { thorough }: { thorough: boolean }): Promise<Job[]> {
    const now = this.clock.now().getTime();
    const active = this.active();
    if (thorough || this.#isLookDue(now) || active.length === 0) {
      this.#take(await describe(this.#whatIsNew(active)), active);
      this.#lookedAt = now;
    } else {
      this.#take(await describe({ jobIDs: active.map(({ jobID }) => jobID) }), active);
    }
    return this.all();
  }

  /** Records an account of the target. Jobs of any other account are dropped. */
  belongTo(account: string | undefined) {
    if (account === undefined || this.#accounts.has(account)) return;
    this.#accounts.add(account);
    const others = [...this.#jobs.values()].filter((job) => !this.#isOfAccount(job));
    for (const { jobID } of others) {
      this.#jobs.delete(jobID);
      this.#changed.delete(jobID);
    }
    if (others.length > 0) this.#sort();
  }

  /** Applies an answer that should contain every expected job. */
  #take(found: Job[], expected: readonly Job[]) {
    for (const { arn } of found) this.belongTo(accountIn(arn));
    const listed = new Set(found.map(({ jobID }) => jobID));
    const missed = expected.filter(({ jobID }) => !listed.has(jobID));
    this.add([...found, ...missed.flatMap((job) => this.#miss(job) ?? [])]);
  }

  /** The job marked as deleted; undefined while it may only be missing for a moment. */
  #miss(job: Job): Job | undefined {
    const since = this.#missed.note(job.jobID, this.clock.now().getTime());
    return since && { ...job, unlistedSince: since.toISOString() };
  }

  #isOfAccount({ arn }: Job): boolean {
    const account = accountIn(arn);
    return account === undefined || this.#accounts.has(account);
  }

  /** After the clock was set back, the age of the last look is unknown. */
  #isLookDue(now: number): boolean {
    return this.#lookedAt === undefined || Math.abs(now - this.#lookedAt) >= LOOK_INTERVAL;
  }

  /**
   * Everything at first; later what was created since the newest job that is known, and the jobs under way. DRS compares
   * by its own clock, so that ours has no say in it.
   */
  #whatIsNew(active: Job[]): Filters {
    const [newest] = this.#newestFirst;
    if (this.#lookedAt === undefined || !newest) return {};
    const created = [newest, ...active].map(createdAt);
    if (created.includes(undefined)) return {};
    const [latest = 0, ...begins] = created.filter((time) => time !== undefined);
    return { fromDate: new Date(Math.min(latest - LOOK_OVERLAP, ...begins)).toISOString() };
  }

  /** True when the job is new or has changed; an unchanged one stays the very same object. */
  #put(job: Job): boolean {
    this.#missed.forget(job.jobID);
    if (this.#accounts.size > 0 && !this.#isOfAccount(job)) return false;
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

const createdAt = ({ creationDateTime }: Job) => parseInstant(creationDateTime)?.getTime();
