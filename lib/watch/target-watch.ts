import type { Job, JobLogItem } from '@/lib/contract/job';
import type { RecoveryInstance } from '@/lib/contract/recovery-instance';
import type { DrsDoor } from '@/lib/drs/client';
import { toDrsProblem } from '@/lib/drs/errors';
import { describeJobLog, describeJobs } from '@/lib/drs/jobs';
import { describeRecoveryInstances } from '@/lib/drs/recovery-instances';
import type { Clock } from '@/lib/time';
import { Snapshot } from './snapshot';

/** How old each kind of truth may grow before it is read again, in milliseconds. */
const FLEET_AGE = 4_500;
const JOBS_AGE = 1_800;
const ENDED_LOG_AGE = 10 * 60_000;

/** Logs of this many jobs are kept; the one that was asked for longest ago goes first. */
const LOGS_KEPT = 50;

/** What Homeward knows of one target: one read upstream for however many viewers. */
export class TargetWatch {
  readonly fleet: Snapshot<RecoveryInstance[]>;
  readonly jobs: Snapshot<Job[]>;
  readonly #logs = new Map<string, Snapshot<JobLogItem[]>>();

  constructor(
    private readonly door: DrsDoor,
    private readonly clock: Clock,
  ) {
    this.fleet = this.#watch(() => describeRecoveryInstances(door), FLEET_AGE);
    this.jobs = this.#watch(() => describeJobs(door), JOBS_AGE);
  }

  /** The log of one job. That of a job that has ended does not change and is seldom read again. */
  log(job: Pick<Job, 'jobID' | 'status'>): Snapshot<JobLogItem[]> {
    // A log read while the job ran lacks its end, so an ended job starts with a snapshot of its own.
    const isOver = job.status === 'COMPLETED';
    const key = `${job.jobID} ${isOver ? 'ended' : 'running'}`;
    const snapshot =
      this.#logs.get(key) ??
      this.#watch(() => describeJobLog(this.door, job.jobID), isOver ? ENDED_LOG_AGE : JOBS_AGE);
    this.#logs.delete(key);
    this.#logs.set(key, snapshot);
    const oldest = this.#logs.keys().next().value;
    if (this.#logs.size > LOGS_KEPT && oldest !== undefined) this.#logs.delete(oldest);
    return snapshot;
  }

  #watch<Value>(read: () => Promise<Value>, maxAge: number) {
    return new Snapshot({ read, maxAge, toProblem: toDrsProblem, clock: this.clock });
  }
}
