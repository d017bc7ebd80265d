import type { Job, JobLogItem } from '@/lib/contract/job';
import type { Problem } from '@/lib/contract/problem';
import type { RecoveryInstance } from '@/lib/contract/recovery-instance';
import type { WatchLease } from '@/lib/store/watch-lease';
import type { ReadDemand } from '@/lib/store/read-demands';
import type { RowQuery, WatchedRow } from '@/lib/store/watched';
import type { Archive } from '@/lib/watch/archive';
import type { ViewerCount } from '@/lib/watch/viewer-count';
import type { JobIndex } from '@/lib/watch/job-index';
import type { LagHistory } from '@/lib/watch/lag-history';
import type { Logs } from '@/lib/watch/logs';
import type { Snapshot } from '@/lib/watch/snapshot';
import { NO_DEMAND, type CombinedDemand } from './read-demands';

/** What is known of the target, and the archive that keeps what is read. */
interface Parts {
  fleet: Snapshot<RecoveryInstance[]>;
  jobs: Snapshot<Job[]>;
  logs: Logs;
  jobIndex: JobIndex;
  lagHistory: LagHistory;
  viewers: ViewerCount;
  archive: Archive | undefined;
  /** How far the clock of DRS is ahead of ours, in milliseconds; undefined before it has answered this process. */
  clockOffset: () => number | undefined;
  /** Schedules the next readings again. */
  replan: () => void;
}

/** The state of a reading in the process that reads. */
interface Standing {
  asOf: string | null;
  problem: Problem | null;
  retryAt: string | null;
}

interface Standings {
  fleet: Standing;
  jobs: Standing;
  logs: Record<string, Standing>;
  /** How far the clock of DRS is ahead of the one that dates the readings, in milliseconds; null before it has answered. */
  clockOffset: number | null;
}

/** One target as several processes share it: what its reader publishes, and what the others apply. */
export class SharedTarget {
  #demand = NO_DEMAND;
  /** The version up to which the fleet, the jobs and each log have been applied. */
  readonly #taken = new Map<string, number>();
  #readerClockOffset: number | undefined;

  constructor(private readonly parts: Parts) {}

  /** Whether the target has viewers in another process, for which this one reads. */
  get isViewedElsewhere() {
    return this.#demand.isViewed;
  }

  /** How far the clock of DRS is ahead of that of the process that reads for this one, as far as it has told. */
  get readerClockOffset(): number | undefined {
    return this.#readerClockOffset;
  }

  /** Resolves once what is on record is restored. It must not come after what another process has read. */
  async restored() {
    await Promise.all([this.parts.fleet.restored(), this.parts.jobs.restored()]);
  }

  replan() {
    this.parts.replan();
  }

  /** The state of the readings that other processes may apply. */
  standings(): Standings {
    const logs = [...this.#demand.logs].flatMap((jobID) => {
      const log = this.#log(jobID);
      return log ? [[jobID, standingOf(log)] as const] : [];
    });
    const { fleet, jobs, clockOffset } = this.parts;
    return {
      fleet: standingOf(fleet),
      jobs: standingOf(jobs),
      logs: Object.fromEntries(logs),
      clockOffset: clockOffset() ?? null,
    };
  }

  /** Saves all that is known. The last reader may have known less, or have ended before it was saved. */
  keepAll() {
    const { archive, jobIndex, fleet, jobs } = this.parts;
    const asOf = jobs.last()?.asOf;
    if (asOf) {
      archive?.keep(
        jobIndex.all().map((job) => ({ kind: 'job', id: job.jobID, asOf, value: job }) as const),
      );
    }
    const last = fleet.last();
    if (last) archive?.keepFleet(last, 0);
  }

  /** Sets what other processes demand, and reads it from now on. */
  setDemand(demand: CombinedDemand) {
    const { archive, fleet, logs, replan } = this.parts;
    const hasChanged = demand.isViewed !== this.#demand.isViewed;
    this.#demand = demand;
    logs.watchForOthers(demand.logs);
    for (const what of demand.invalidated) this.parts[what].invalidate();
    for (const what of demand.asked)
      void this.#asked(what)
        ?.latest()
        .catch(() => undefined);
    const last = fleet.last();
    const isFleetWanted = demand.isViewed || demand.asked.has('fleet');
    if (last && isFleetWanted) archive?.keepFleet(last, 1);
    if (hasChanged) replan();
  }

  /** What this process wants another one to read. */
  demand(): Pick<ReadDemand, 'isViewed' | 'logs'> {
    return { isViewed: this.parts.viewers.hasViewers, logs: this.parts.logs.watched() };
  }

  /** The queries for what may have been written since it was last applied. */
  rowsToRead({ version }: WatchLease, { logs, asked }: ReadDemand): RowQuery[] {
    const askedLogs = asked
      .filter((what) => what.startsWith(LOG))
      .map((what) => what.slice(LOG.length));
    const all: Omit<RowQuery, 'after'>[] = [
      { kind: 'fleet' },
      { kind: 'job' },
      ...[...new Set([...logs, ...askedLogs])].map((id) => ({ kind: 'log' as const, id })),
    ];
    return all
      .map((which) => ({ ...which, after: this.#taken.get(keyOf(which)) ?? 0 }))
      .filter(({ after }) => after < version);
  }

  /** Applies what the reader has written, and the state of its readings. */
  applyShared({ version, standings }: WatchLease, rows: readonly WatchedRow[]) {
    const told = standings as Standings | null;
    if (!told) return;
    this.#readerClockOffset = told.clockOffset ?? undefined;
    this.#applyFleet(
      told.fleet,
      version,
      rows.find(({ kind }) => kind === 'fleet'),
    );
    this.#applyJobs(
      told.jobs,
      version,
      rows.filter(({ kind }) => kind === 'job'),
    );
    for (const row of rows) if (row.kind === 'log') this.#applyLog(row, version);
    for (const [jobID, standing] of Object.entries(told.logs)) {
      this.#log(jobID)?.applyShared(failureIn(standing));
    }
  }

  #applyFleet(standing: Standing, version: number, row: WatchedRow | undefined) {
    const { fleet, lagHistory } = this.parts;
    if (row && !fleet.isNewer(row.asOf)) return;
    this.#taken.set(keyOf({ kind: 'fleet' }), version);
    const value = row?.value as RecoveryInstance[] | undefined;
    if (row && value) lagHistory.record(value, row.asOf);
    fleet.applyShared(failureIn(standing), row && value && { value, asOf: row.asOf });
  }

  #applyJobs(standing: Standing, version: number, rows: readonly WatchedRow[]) {
    const { jobs, jobIndex } = this.parts;
    if (standing.asOf === null) return jobs.applyShared(failureIn(standing));
    const asOf = new Date(standing.asOf);
    if (!jobs.isNewer(asOf)) return;
    this.#taken.set(keyOf({ kind: 'job' }), version);
    jobIndex.add(rows.map(({ value }) => value as Job));
    jobIndex.takeChanged();
    jobs.applyShared(failureIn(standing), { value: jobIndex.all(), asOf });
  }

  #applyLog({ kind, id, asOf, value }: WatchedRow, version: number) {
    const log = this.#log(id);
    if (!log?.isNewer(asOf)) return;
    this.#taken.set(keyOf({ kind, id }), version);
    log.applyShared({ problem: null, retryAt: null }, { value: value as JobLogItem[], asOf });
  }

  #asked(what: string): Snapshot<unknown> | undefined {
    if (what === 'fleet' || what === 'jobs') return this.parts[what];
    return this.#log(what.slice(LOG.length));
  }

  #log(jobID: string): Snapshot<JobLogItem[]> | undefined {
    const job = this.parts.jobIndex.all().find((one) => one.jobID === jobID);
    return job && this.parts.logs.of(job);
  }
}

const LOG = 'log ';

const keyOf = ({ kind, id = '' }: Omit<RowQuery, 'after'>) => `${kind} ${id}`;

function standingOf(snapshot: Snapshot<unknown>): Standing {
  const { problem } = snapshot;
  return {
    asOf: snapshot.last()?.asOf.toISOString() ?? null,
    problem,
    retryAt: problem ? new Date(snapshot.dueAt(0)).toISOString() : null,
  };
}

function failureIn({ problem, retryAt }: Standing) {
  return { problem, retryAt: retryAt === null ? null : new Date(retryAt) };
}
