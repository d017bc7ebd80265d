import type { Job, JobLogItem } from '@/lib/contract/job';
import type { Problem } from '@/lib/contract/problem';
import type { RecoveryInstance } from '@/lib/contract/recovery-instance';
import type { WatchLease } from '@/lib/store/watch-lease';
import type { WatchWish } from '@/lib/store/watch-wishes';
import type { Sought, WatchedRow } from '@/lib/store/watched';
import type { Archive } from './archive';
import type { ViewerCount } from './viewer-count';
import type { JobIndex } from './job-index';
import type { LagHistory } from './lag-history';
import type { Logs } from './logs';
import type { Snapshot } from './snapshot';
import { NOTHING_WISHED, type Wished } from './wishes';

/** What is known of the target, and where what is read is written down. */
interface Parts {
  fleet: Snapshot<RecoveryInstance[]>;
  jobs: Snapshot<Job[]>;
  logs: Logs;
  jobIndex: JobIndex;
  lagHistory: LagHistory;
  viewers: ViewerCount;
  archive: Archive | undefined;
  /** Plans the next readings anew. */
  replan: () => void;
}

/** How a reading stands in the process that reads. */
interface Standing {
  asOf: string | null;
  problem: Problem | null;
  retryAt: string | null;
}

interface Standings {
  fleet: Standing;
  jobs: Standing;
  logs: Record<string, Standing>;
}

/** One target as several processes share it: what its reader gives, and what the others take. */
export class SharedTarget {
  #wished = NOTHING_WISHED;
  /** Up to which version the fleet, the jobs and each log were taken. */
  readonly #taken = new Map<string, number>();

  constructor(private readonly parts: Parts) {}

  /** Whether anybody looks at it in another process, for which this one reads. */
  get isViewedElsewhere() {
    return this.#wished.isViewed;
  }

  /** Resolves once what an earlier process left is there, which must not come after what is adopted. */
  async restored() {
    await Promise.all([this.parts.fleet.restored(), this.parts.jobs.restored()]);
  }

  replan() {
    this.parts.replan();
  }

  /** How the readings stand that others may take. */
  standings(): Standings {
    const logs = [...this.#wished.logs].flatMap((jobID) => {
      const log = this.#log(jobID);
      return log ? [[jobID, standingOf(log)] as const] : [];
    });
    const { fleet, jobs } = this.parts;
    return {
      fleet: standingOf(fleet),
      jobs: standingOf(jobs),
      logs: Object.fromEntries(logs),
    };
  }

  /** Writes down all that is known: the last reader may have known less, or not have come to write it. */
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

  /** Reads from now on what others wish. */
  grant(wished: Wished) {
    const { archive, fleet, logs, replan } = this.parts;
    const isNews = wished.isViewed !== this.#wished.isViewed;
    this.#wished = wished;
    logs.watchForOthers(wished.logs);
    for (const what of wished.expired) this.parts[what].expire();
    for (const what of wished.asked)
      void this.#asked(what)
        ?.latest()
        .catch(() => undefined);
    const last = fleet.last();
    const isFleetWished = wished.isViewed || wished.asked.has('fleet');
    if (last && isFleetWished) archive?.keepFleet(last, 1);
    if (isNews) replan();
  }

  /** What this process would have read by another. */
  wish(): Pick<WatchWish, 'isViewed' | 'logs'> {
    return { isViewed: this.parts.viewers.hasViewers, logs: this.parts.logs.watched() };
  }

  /** What may have been written since it was taken last. */
  sought({ version }: WatchLease, { logs, asked }: WatchWish): Sought[] {
    const askedLogs = asked
      .filter((what) => what.startsWith(LOG))
      .map((what) => what.slice(LOG.length));
    const all: Omit<Sought, 'after'>[] = [
      { kind: 'fleet' },
      { kind: 'job' },
      ...[...new Set([...logs, ...askedLogs])].map((id) => ({ kind: 'log' as const, id })),
    ];
    return all
      .map((which) => ({ ...which, after: this.#taken.get(keyOf(which)) ?? 0 }))
      .filter(({ after }) => after < version);
  }

  /** Takes what the reader has written down, and how its readings stand. */
  adopt({ version, standings }: WatchLease, rows: readonly WatchedRow[]) {
    const told = standings as Standings | null;
    if (!told) return;
    this.#adoptFleet(
      told.fleet,
      version,
      rows.find(({ kind }) => kind === 'fleet'),
    );
    this.#adoptJobs(
      told.jobs,
      version,
      rows.filter(({ kind }) => kind === 'job'),
    );
    for (const row of rows) if (row.kind === 'log') this.#adoptLog(row, version);
    for (const [jobID, standing] of Object.entries(told.logs)) {
      this.#log(jobID)?.adopt(failureIn(standing));
    }
  }

  #adoptFleet(standing: Standing, version: number, row: WatchedRow | undefined) {
    const { fleet, lagHistory } = this.parts;
    if (row && !fleet.isNews(row.asOf)) return;
    this.#taken.set(keyOf({ kind: 'fleet' }), version);
    const value = row?.value as RecoveryInstance[] | undefined;
    if (row && value) lagHistory.record(value, row.asOf);
    fleet.adopt(failureIn(standing), row && value && { value, asOf: row.asOf });
  }

  #adoptJobs(standing: Standing, version: number, rows: readonly WatchedRow[]) {
    const { jobs, jobIndex } = this.parts;
    if (standing.asOf === null) return jobs.adopt(failureIn(standing));
    const asOf = new Date(standing.asOf);
    if (!jobs.isNews(asOf)) return;
    this.#taken.set(keyOf({ kind: 'job' }), version);
    jobIndex.add(rows.map(({ value }) => value as Job));
    jobIndex.takeChanged();
    jobs.adopt(failureIn(standing), { value: jobIndex.all(), asOf });
  }

  #adoptLog({ kind, id, asOf, value }: WatchedRow, version: number) {
    const log = this.#log(id);
    if (!log?.isNews(asOf)) return;
    this.#taken.set(keyOf({ kind, id }), version);
    log.adopt({ problem: null, retryAt: null }, { value: value as JobLogItem[], asOf });
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

const keyOf = ({ kind, id = '' }: Omit<Sought, 'after'>) => `${kind} ${id}`;

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
