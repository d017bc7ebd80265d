import type { FailbackReplicationConfiguration } from '@/lib/contract/failback-replication-configuration';
import type { Job, JobLogItem } from '@/lib/contract/job';
import type { RecoveryInstance } from '@/lib/contract/recovery-instance';
import type { DrsDoor } from '@/lib/drs/client';
import { toDrsProblem } from '@/lib/drs/errors';
import { getFailbackReplicationConfiguration } from '@/lib/drs/failback-replication-configuration';
import { describeJobLog, describeJobs } from '@/lib/drs/jobs';
import { describeRecoveryInstances } from '@/lib/drs/recovery-instances';
import type { Clock } from '@/lib/time';
import { Kept } from './kept';
import { LagHistory } from './lag-history';
import { Snapshot } from './snapshot';

/** How old each kind of truth may grow before it is read again, in milliseconds. */
const FLEET_AGE = 4_500;
const JOBS_AGE = 1_800;
const ENDED_LOG_AGE = 10 * 60_000;
const CONFIGURATION_AGE = 60_000;

/** Logs of this many jobs and settings of this many instances are kept: those that were asked for last. */
const LOGS_KEPT = 50;
const CONFIGURATIONS_KEPT = 50;

/** What Homeward knows of one target: one read upstream for however many viewers. */
export class TargetWatch {
  readonly fleet: Snapshot<RecoveryInstance[]>;
  readonly jobs: Snapshot<Job[]>;
  readonly lagHistory = new LagHistory();
  readonly #logs = new Kept<Snapshot<JobLogItem[]>>(LOGS_KEPT);
  readonly #configurations = new Kept<Snapshot<FailbackReplicationConfiguration>>(
    CONFIGURATIONS_KEPT,
  );

  constructor(
    private readonly door: DrsDoor,
    private readonly clock: Clock,
  ) {
    this.fleet = this.#watch(() => this.#readFleet(), FLEET_AGE);
    this.jobs = this.#watch(() => describeJobs(door), JOBS_AGE);
  }

  /** The log of one job. That of a job that has ended does not change and is seldom read again. */
  log(job: Pick<Job, 'jobID' | 'status'>): Snapshot<JobLogItem[]> {
    // A log read while the job ran lacks its end, so an ended job starts with a snapshot of its own.
    const isOver = job.status === 'COMPLETED';
    const key = `${job.jobID} ${isOver ? 'ended' : 'running'}`;
    return this.#logs.get(key, () =>
      this.#watch(() => describeJobLog(this.door, job.jobID), isOver ? ENDED_LOG_AGE : JOBS_AGE),
    );
  }

  /** How the data of one instance travels home. */
  failbackReplicationConfiguration(id: string): Snapshot<FailbackReplicationConfiguration> {
    return this.#configurations.get(id, () =>
      this.#watch(() => getFailbackReplicationConfiguration(this.door, id), CONFIGURATION_AGE),
    );
  }

  async #readFleet(): Promise<RecoveryInstance[]> {
    const asOf = this.clock.now();
    const instances = await describeRecoveryInstances(this.door);
    this.lagHistory.record(instances, asOf);
    return instances;
  }

  #watch<Value>(read: () => Promise<Value>, maxAge: number) {
    return new Snapshot({ read, maxAge, toProblem: toDrsProblem, clock: this.clock });
  }
}
