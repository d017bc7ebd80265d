import type { FailbackReplicationConfiguration } from '@/lib/contract/failback-replication-configuration';
import type { Expectation, Job, JobLogItem } from '@/lib/contract/job';
import type { RecoveryInstance } from '@/lib/contract/recovery-instance';
import type { DrsClients } from '@/lib/drs/client';
import { toDrsProblem } from '@/lib/drs/errors';
import { isUnderWay } from '@/lib/outcome/under-way';
import { accountIn } from '@/lib/readiness/account';
import type { Clock } from '@/lib/time';
import type { Archive } from './archive';
import { ViewerCount } from './viewer-count';
import { Poller } from './poller';
import { expectationOf } from './expectation';
import { type Activity, fleetInterval, jobsInterval } from './intervals';
import { JobIndex } from './job-index';
import { LruCache } from './lru-cache';
import { LagHistory } from './lag-history';
import { type LoggedJob, Logs } from './logs';
import { PastLogs } from './past-logs';
import { SharedTarget } from '@/lib/watch/sharing/shared-target';
import type { Sharing } from '@/lib/watch/sharing/sharing';
import { type Timestamped, type ReadOptions, Snapshot } from './snapshot';
import { TargetReader } from './target-reader';
import { Verdicts } from './verdicts';

/** How old a reading may be when somebody asks for it between two polls, in milliseconds. */
const FLEET_AGE = 10_000;
const JOBS_AGE = 4_000;
const CONFIGURATION_AGE = 60_000;

/** The shortest time between two readings of the fleet that jobs cause by beginning and ending, in milliseconds. */
const FLEET_SPACING = 5_000;

/** How many instances have their failback settings kept; the least recently used go first. */
const CONFIGURATIONS_KEPT = 50;

/** What Homeward knows of one target: one read upstream for however many viewers. */
export class TargetWatch {
  readonly fleet: Snapshot<RecoveryInstance[]>;
  readonly jobs: Snapshot<Job[]>;
  readonly verdicts: Verdicts;
  readonly lagHistory = new LagHistory();
  readonly #configurations = new LruCache<Snapshot<FailbackReplicationConfiguration>>(
    CONFIGURATIONS_KEPT,
  );
  readonly #logs: Logs;
  readonly #pastLogs: PastLogs;
  readonly #jobIndex: JobIndex;
  readonly #reader: TargetReader;
  readonly #pollers: Poller[];
  readonly #viewers = new ViewerCount(() => this.#replan());
  readonly #shared: SharedTarget;
  readonly #listeners = new Set<() => void>();
  #changedAt: number | undefined;
  /** The jobs under way, by their ids; undefined before the first reading. */
  #active: ReadonlySet<string> | undefined;
  #isFleetBehind = false;
  /** Jobs that instances name and DRS did not list. */
  #unlistedJobs: ReadonlySet<string> = new Set();

  constructor(
    private readonly drs: DrsClients,
    private readonly clock: Clock,
    /** Keeps what was read beyond the life of this process; undefined to keep nothing. */
    private readonly archive?: Archive,
    /** Lets several processes share one reader; undefined when this process always reads itself. */
    private readonly sharing?: Sharing,
  ) {
    this.#jobIndex = new JobIndex(clock);
    this.#reader = new TargetReader({ drs, jobIndex: this.#jobIndex, archive });
    const common = { toProblem: toDrsProblem, clock };
    this.fleet = new Snapshot({
      ...common,
      read: (options) => this.#readFleet(options),
      restore: async () => this.archive?.load<RecoveryInstance[]>('fleet'),
      ask: () => this.sharing?.ask('fleet'),
      interval: () => fleetInterval(this.#seen()),
      maxAge: () => FLEET_AGE,
      onChange: (change) => this.#fleetChanged(change),
    });
    this.jobs = new Snapshot({
      ...common,
      sparing: true,
      read: (options) => this.#reader.jobs(options),
      restore: () => this.#restoreJobs(),
      ask: () => this.sharing?.ask('jobs'),
      interval: () => jobsInterval(this.#seen()),
      maxAge: () => JOBS_AGE,
      onChange: (change) => this.#jobsChanged(change),
    });
    this.#logs = new Logs({
      ...common,
      clockOffset: () =>
        this.sharing?.isFollowing ? this.#shared.readerClockOffset : this.clockOffset,
      read: (job, options) => this.#reader.log(job.jobID, options, this.#keptLinesOf(job)),
      restore: async (jobID) => this.archive?.load<JobLogItem[]>('log', jobID),
      ask: (jobID) => this.sharing?.ask(`log ${jobID}`),
      onChange: () => this.#changed(),
    });
    this.#pastLogs = new PastLogs(this.#logs);
    this.verdicts = new Verdicts({
      clock,
      logs: this.#logs,
      recall: (jobIDs) => this.#reader.keptLogs(jobIDs),
    });
    this.#pollers = [
      new Poller({ snapshot: this.jobs, clock, interval: () => this.#pace(jobsInterval) }),
      new Poller({ snapshot: this.fleet, clock, interval: () => this.#pace(fleetInterval) }),
    ];
    this.#shared = new SharedTarget({
      fleet: this.fleet,
      jobs: this.jobs,
      logs: this.#logs,
      jobIndex: this.#jobIndex,
      lagHistory: this.lagHistory,
      viewers: this.#viewers,
      archive,
      clockOffset: () => this.clockOffset,
      replan: () => this.#replan(),
    });
  }

  /** How far the clock of DRS is ahead of ours, in milliseconds; undefined before it has answered this process. */
  get clockOffset(): number | undefined {
    return this.drs.clockOffset.milliseconds;
  }

  /** Adds a job that DRS returned for a launch and may not list yet. */
  jobStarted(job: Job) {
    this.#jobIndex.addStarted(job);
    this.jobs.invalidate();
  }

  /** Starts polling. Before that, and after `stop`, everything is read on demand. */
  start() {
    this.sharing?.start(this.#shared);
    for (const poller of this.#pollers) poller.start();
  }

  /** Stops polling. Resolves once what was read is on record. */
  async stop() {
    for (const poller of this.#pollers) poller.stop();
    const fleet = this.fleet.last();
    if (fleet) this.archive?.keepFleet(fleet, 0);
    await this.archive?.flush();
    await this.sharing?.stop();
  }

  /** Adds a viewer of the target, and of a job's log if `jobID` is given. Returns a function that removes the viewer. */
  addViewer(jobID?: string): () => void {
    const leave = this.#viewers.add();
    const leaveLog = jobID === undefined ? undefined : this.#logs.follow(jobID);
    return () => {
      leave();
      leaveLog?.();
    };
  }

  /** Calls `listener` after each attempt to read, successful or not. Returns a function that stops this. */
  onChange(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** The log of one job. The log of an ended job does not change and is seldom read again. */
  log(job: LoggedJob): Snapshot<JobLogItem[]> {
    return this.#logs.of(job);
  }

  /** What past jobs lead to expect of this one, as far as their logs have been read; null when it has ended. */
  expectationOf(job: Job): Expectation | null {
    return expectationOf(this.#logs, this.#jobIndex.all(), job);
  }

  /** The failback replication settings of one instance. */
  failbackReplicationConfiguration(id: string): Snapshot<FailbackReplicationConfiguration> {
    return this.#configurations.get(
      id,
      () =>
        new Snapshot({
          toProblem: toDrsProblem,
          clock: this.clock,
          read: () => this.#reader.failbackReplicationConfiguration(id),
          interval: () => CONFIGURATION_AGE,
          maxAge: () => CONFIGURATION_AGE,
          onChange: () => this.#changed(),
        }),
    );
  }

  async #readFleet(options: ReadOptions): Promise<RecoveryInstance[]> {
    const value = await this.#reader.fleet(options);
    this.lagHistory.record(value, options.asOf);
    this.#lookForJobsOf(value);
    return value;
  }

  async #restoreJobs(): Promise<Timestamped<Job[]> | undefined> {
    const jobs = await this.#reader.restoreJobs();
    if (jobs) this.#active ??= new Set(this.#jobIndex.active().map(({ jobID }) => jobID));
    return jobs;
  }

  /** The lines that need not be written again. Processes that share the store also need the age of a log, so all is written. */
  #keptLinesOf(job: LoggedJob): JobLogItem[] | undefined {
    return this.sharing || !isUnderWay(job) ? undefined : this.#logs.known(job)?.lines;
  }

  /** Reads the jobs when an instance names one that is not known yet: it was started elsewhere. */
  #lookForJobsOf(instances: readonly RecoveryInstance[]) {
    if (!this.#active) return;
    const named = new Set(instances.flatMap(({ failback }) => failback?.failbackJobID ?? []));
    for (const { jobID } of this.#jobIndex.all()) named.delete(jobID);
    // An instance goes on naming a job that DRS has deleted, so each is looked for once.
    const isNew = [...named].some((jobID) => !this.#unlistedJobs.has(jobID));
    this.#unlistedJobs = named;
    if (isNew) void this.jobs.refresh({ thorough: true });
  }

  /** The activity as it is while somebody looks. */
  #seen(): Activity {
    return { ...this.#activity(), isViewed: true };
  }

  /** Milliseconds between two readings by this process; null when none is due, or another process reads. */
  #pace(interval: (activity: Activity) => number | null): number | null {
    return this.sharing?.isFollowing ? null : interval(this.#activity());
  }

  #activity(): Activity {
    return {
      isViewed: this.#viewers.hasViewers || this.#shared.isViewedElsewhere,
      activeJobs: (this.#active?.size ?? 0) + this.#logs.incomplete,
      sinceChange:
        this.#changedAt === undefined ? undefined : this.clock.now().getTime() - this.#changedAt,
    };
  }

  #fleetChanged(change: 'read' | 'failed' | 'invalidated') {
    if (change === 'invalidated') this.sharing?.invalidate('fleet');
    if (change === 'read') this.#jobIndex.belongTo(accountIn(this.fleet.last()?.value[0]?.arn));
    this.#changed();
  }

  #jobsChanged(change: 'read' | 'failed' | 'invalidated') {
    if (change === 'invalidated') {
      this.#changedAt = this.clock.now().getTime();
      this.sharing?.invalidate('jobs');
    }
    if (change === 'read') this.#compareJobs();
    this.#changed();
  }

  /** Compares the jobs with the last reading and starts what follows from a job that began or ended. */
  #compareJobs() {
    const before = this.#active;
    const active = this.#jobIndex.active();
    const ids = new Set(active.map(({ jobID }) => jobID));
    this.#active = ids;
    void this.#pastLogs.read(this.#jobIndex.all());
    // A follower leaves these reads to the process that holds the lease.
    if (this.sharing?.isFollowing) return;
    if (before) {
      const ended = this.#jobIndex
        .all()
        .filter(({ jobID }) => before.has(jobID) && !ids.has(jobID));
      this.#logs.complete(ended);
      // A job that begins or ends changes the state of its servers.
      if (ended.length > 0 || [...ids].some((id) => !before.has(id))) this.#isFleetBehind = true;
    }
    void this.#logs.catchUp(active);
    if (this.#isFleetBehind && this.fleet.dueAt(FLEET_SPACING) <= this.clock.now().getTime()) {
      this.#isFleetBehind = false;
      this.fleet.invalidate();
    }
  }

  #changed() {
    this.#replan();
    for (const listener of this.#listeners) listener();
  }

  #replan() {
    for (const poller of this.#pollers) poller.reschedule();
  }
}
