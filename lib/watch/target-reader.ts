import { isDeepStrictEqual } from 'node:util';
import type { FailbackReplicationConfiguration } from '@/lib/contract/failback-replication-configuration';
import type { Job, JobLogItem } from '@/lib/contract/job';
import type { RecoveryInstance } from '@/lib/contract/recovery-instance';
import type { DrsClients } from '@/lib/drs/client';
import { getFailbackReplicationConfiguration } from '@/lib/drs/failback-replication-configuration';
import { describeJobLog, describeJobs } from '@/lib/drs/jobs';
import { describeRecoveryInstances } from '@/lib/drs/recovery-instances';
import type { Archive } from './archive';
import type { JobIndex } from './job-index';
import type { Timestamped, ReadOptions } from './snapshot';

interface Settings {
  drs: DrsClients;
  /** Takes the jobs that are read. */
  jobIndex: JobIndex;
  /** Keeps what was read beyond the life of this process; undefined to keep nothing. */
  archive: Archive | undefined;
}

/** Reads one target from DRS, and keeps what was read. */
export class TargetReader {
  constructor(private readonly settings: Settings) {}

  async fleet(options: ReadOptions): Promise<RecoveryInstance[]> {
    const value = await describeRecoveryInstances(this.#clientsFor(options));
    this.settings.archive?.keepFleet({ asOf: options.asOf, value });
    return value;
  }

  async jobs(options: ReadOptions): Promise<Job[]> {
    const { archive, jobIndex } = this.settings;
    const { asOf } = options;
    const jobs = await jobIndex.read(
      (filters) => describeJobs(this.#clientsFor(options), filters),
      options,
    );
    const changed = jobIndex.takeChanged();
    archive?.keep(changed.map((job) => ({ kind: 'job', id: job.jobID, asOf, value: job })));
    return jobs;
  }

  /** Restores the jobs on record, including those that DRS has deleted since. */
  async restoreJobs(): Promise<Timestamped<Job[]> | undefined> {
    const { archive, jobIndex } = this.settings;
    const kept = (await archive?.loadAll<Job>('job')) ?? [];
    if (kept.length === 0) return undefined;
    jobIndex.add(kept.map(({ value }) => value));
    jobIndex.takeChanged();
    const newest = Math.max(...kept.map(({ asOf }) => asOf.getTime()));
    return { value: jobIndex.all(), asOf: new Date(newest) };
  }

  /** Reads the log of a job. A log that equals `kept` is not written again. */
  async log(
    jobID: string,
    options: ReadOptions,
    kept: JobLogItem[] | undefined,
  ): Promise<JobLogItem[]> {
    const { archive } = this.settings;
    const { asOf } = options;
    const value = await describeJobLog(this.#clientsFor(options), jobID);
    if (!isDeepStrictEqual(value, kept)) archive?.keep([{ kind: 'log', id: jobID, asOf, value }]);
    return value;
  }

  /** What is kept of these logs, by the ids of their jobs. */
  async keptLogs(jobIDs: string[]): Promise<Map<string, Timestamped<JobLogItem[]>>> {
    const kept = (await this.settings.archive?.loadAll<JobLogItem[]>('log', jobIDs)) ?? [];
    return new Map(kept.map(({ id, ...log }) => [id, log]));
  }

  failbackReplicationConfiguration(id: string): Promise<FailbackReplicationConfiguration> {
    return getFailbackReplicationConfiguration(this.settings.drs, id);
  }

  /**
   * Polls go through the client that sends each call once: the next poll is the retry, and it comes when DRS
   * allows. What somebody waits for may be retried by the SDK.
   */
  #clientsFor({ thorough }: ReadOptions): DrsClients {
    const { drs } = this.settings;
    return thorough ? drs : { ...drs, reads: drs.polls };
  }
}
