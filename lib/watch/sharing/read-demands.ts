import type { ReadDemand, ReadDemandRow } from '@/lib/store/read-demands';
import { StalenessTimer } from './staleness-timer';

/** What all the other processes want read, together. */
export interface CombinedDemand {
  isViewed: boolean;
  logs: ReadonlySet<string>;
  asked: ReadonlySet<string>;
  /** What has been changed by another process since the last look. */
  invalidated: ReadonlySet<'fleet' | 'jobs'>;
}

export const NO_DEMAND: CombinedDemand = {
  isViewed: false,
  logs: new Set(),
  asked: new Set(),
  invalidated: new Set(),
};

interface Demander {
  staleness: StalenessTimer;
  invalidated: ReadDemand['invalidated'];
}

/** The demands of other processes, as the process that holds the lease sees them. */
export class ReadDemands {
  readonly #demanders = new Map<string, Demander>();

  /** A demand lapses when it is not renewed for `timeout` milliseconds on our stopwatch. */
  constructor(
    private readonly monotonic: () => number,
    private readonly timeout: number,
  ) {}

  /** Combines the demands that stand; `lapsed` are the owners of the others. */
  look(rows: readonly ReadDemandRow[]): { demand: CombinedDemand; lapsed: string[] } {
    const standing = rows.filter((row) => this.#stands(row));
    const demands = standing.map(({ demand }) => demand);
    const demand = {
      isViewed: demands.some(({ isViewed }) => isViewed),
      logs: new Set(demands.flatMap(({ logs }) => logs)),
      asked: new Set(demands.flatMap(({ asked }) => asked)),
      invalidated: new Set(standing.flatMap((row) => this.#takeInvalidated(row))),
    };
    const lapsed = rows.filter((row) => !standing.includes(row)).map(({ owner }) => owner);
    for (const owner of lapsed) this.#demanders.delete(owner);
    return { demand, lapsed };
  }

  #demander(owner: string): Demander {
    const known = this.#demanders.get(owner);
    if (known) return known;
    const demander = {
      staleness: new StalenessTimer(this.monotonic),
      invalidated: { fleet: 0, jobs: 0 },
    };
    this.#demanders.set(owner, demander);
    return demander;
  }

  #stands({ owner, renewals }: ReadDemandRow): boolean {
    return this.#demander(owner).staleness.of(String(renewals)) < this.timeout;
  }

  #takeInvalidated({ owner, demand }: ReadDemandRow): ('fleet' | 'jobs')[] {
    const demander = this.#demander(owner);
    const before = demander.invalidated;
    demander.invalidated = demand.invalidated;
    return (['fleet', 'jobs'] as const).filter((what) => demand.invalidated[what] !== before[what]);
  }
}
