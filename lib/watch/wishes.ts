import type { WatchWish, WishRow } from '@/lib/store/watch-wishes';
import { Stillness } from './stillness';

/** What all the other processes wish together. */
export interface Wished {
  isViewed: boolean;
  logs: ReadonlySet<string>;
  asked: ReadonlySet<string>;
  /** What has been changed by another process since the last look. */
  expired: ReadonlySet<'fleet' | 'jobs'>;
}

export const NOTHING_WISHED: Wished = {
  isViewed: false,
  logs: new Set(),
  asked: new Set(),
  expired: new Set(),
};

interface Wisher {
  stillness: Stillness;
  expired: WatchWish['expired'];
}

/** The wishes of other processes, as the process that holds the lease sees them. */
export class Wishes {
  readonly #wishers = new Map<string, Wisher>();

  /** A wish that was not renewed for `patience` milliseconds on our stopwatch stands no more. */
  constructor(
    private readonly monotonic: () => number,
    private readonly patience: number,
  ) {}

  /** Brings together the wishes that stand; `lapsed` are the owners of the others. */
  look(rows: readonly WishRow[]): { wished: Wished; lapsed: string[] } {
    const standing = rows.filter((row) => this.#stands(row));
    const wishes = standing.map(({ wish }) => wish);
    const wished = {
      isViewed: wishes.some(({ isViewed }) => isViewed),
      logs: new Set(wishes.flatMap(({ logs }) => logs)),
      asked: new Set(wishes.flatMap(({ asked }) => asked)),
      expired: new Set(standing.flatMap((row) => this.#takeExpired(row))),
    };
    const lapsed = rows.filter((row) => !standing.includes(row)).map(({ owner }) => owner);
    for (const owner of lapsed) this.#wishers.delete(owner);
    return { wished, lapsed };
  }

  #wisher(owner: string): Wisher {
    const known = this.#wishers.get(owner);
    if (known) return known;
    const wisher = { stillness: new Stillness(this.monotonic), expired: { fleet: 0, jobs: 0 } };
    this.#wishers.set(owner, wisher);
    return wisher;
  }

  #stands({ owner, renewals }: WishRow): boolean {
    return this.#wisher(owner).stillness.of(String(renewals)) < this.patience;
  }

  #takeExpired({ owner, wish }: WishRow): ('fleet' | 'jobs')[] {
    const wisher = this.#wisher(owner);
    const before = wisher.expired;
    wisher.expired = wish.expired;
    return (['fleet', 'jobs'] as const).filter((what) => wish.expired[what] !== before[what]);
  }
}
