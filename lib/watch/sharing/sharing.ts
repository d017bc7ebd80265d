import type { Store } from '@/lib/store/schema';
import {
  type WatchLease,
  readLease,
  releaseLease,
  renewLease,
  takeLease,
} from '@/lib/store/watch-lease';
import { dropDemand, loadDemands, saveDemand } from '@/lib/store/read-demands';
import { type WatchedRow, loadWatchedSince } from '@/lib/store/watched';
import type { Archive } from '@/lib/watch/archive';
import type { SharedTarget } from './shared-target';
import { StalenessTimer } from './staleness-timer';
import { NO_DEMAND, ReadDemands } from './read-demands';

interface Settings {
  /** The key of the target, as `targetKey` makes it. */
  target: string;
  /** Identifies this process among all that share the store. */
  owner: string;
  store: () => Promise<Store>;
  archive: Archive;
  /** Milliseconds that only grow. */
  monotonic: () => number;
  /** Reports that the watch can no longer be shared. It goes on alone. */
  warn: (event: string, error: unknown) => void;
}

type Role = 'alone' | 'holder' | 'follower';

/** The time between two looks at the store, in milliseconds. */
const LOOK_INTERVAL = 1_000;

/** How long a lease or a demand stands without being renewed, by our own stopwatch, in milliseconds. */
const LEASE_TIMEOUT = 5_000;

/** What was asked for stays in the demand for this long, so that the holder does not miss it, in milliseconds. */
const ASKED_FOR_LIFETIME = 3 * LOOK_INTERVAL;

/**
 * One process reads a target for all that share the store: the holder of its lease. The others follow: they take what the
 * holder writes down, and tell it what they want read. A process that cannot use the store watches alone.
 */
export class Sharing {
  #role: Role = 'alone';
  #watch: SharedTarget | undefined;
  #timer: NodeJS.Timeout | undefined;
  #look = Promise.resolve();
  readonly #lease: StalenessTimer;
  readonly #demands: ReadDemands;
  readonly #asked = new Map<string, number>();
  readonly #invalidated = { fleet: 0, jobs: 0 };
  #isDemandNew = false;
  /** Resolves the promises of those who wait for the next look. */
  readonly #waiting: (() => void)[] = [];

  constructor(private readonly settings: Settings) {
    this.#lease = new StalenessTimer(settings.monotonic);
    this.#demands = new ReadDemands(settings.monotonic, LEASE_TIMEOUT);
  }

  /** Whether another process reads the target, and this one follows. */
  get isFollowing() {
    return this.#role === 'follower';
  }

  /** Starts as a follower, until the store tells whether another process holds the lease. */
  start(watch: SharedTarget) {
    this.#watch = watch;
    this.#role = 'follower';
    this.#lookAgain();
  }

  /** Gives the lease back. From then on this process watches alone. */
  async stop() {
    this.#watch = undefined;
    clearTimeout(this.#timer);
    await this.#look;
    const wasHolder = this.#role === 'holder';
    this.#role = 'alone';
    this.#endWaiting();
    const { store, warn } = this.settings;
    if (!wasHolder) return;
    await store()
      .then((open) => releaseLease(open, this.settings))
      .catch((error: unknown) => warn('the lease of the watch could not be given back', error));
  }

  /**
   * Asks the holder for something newer: `fleet`, `jobs` or `log ID`. Resolves after the next look at what it
   * has written down; undefined when this process reads for itself.
   */
  ask(what: string): Promise<void> | undefined {
    if (!this.isFollowing) return undefined;
    this.#asked.set(what, this.settings.monotonic());
    this.#isDemandNew = true;
    return new Promise((resolve) => this.#waiting.push(resolve));
  }

  /** Tells the holder that this process has changed something in DRS. */
  invalidate(what: 'fleet' | 'jobs') {
    if (!this.isFollowing) return;
    this.#invalidated[what] += 1;
    this.#isDemandNew = true;
  }

  #lookAgain() {
    this.#look = this.#lookOnce().finally(() => {
      this.#endWaiting();
      if (!this.#watch) return;
      this.#timer = setTimeout(() => this.#lookAgain(), LOOK_INTERVAL);
      this.#timer.unref();
    });
  }

  #endWaiting() {
    for (const resolve of this.#waiting.splice(0)) resolve();
  }

  async #lookOnce() {
    const watch = this.#watch;
    if (!watch) return;
    try {
      await this.#share(await this.settings.store(), watch);
    } catch (error) {
      if (this.#role !== 'alone') this.settings.warn('the watch is not shared for now', error);
      this.#become('alone', watch);
    }
  }

  async #share(store: Store, watch: SharedTarget) {
    const lease = await readLease(store, this.settings.target);
    if (lease?.owner === this.settings.owner) return this.#hold(store, watch);
    // What the last holder has written is applied before the lease is taken.
    if (lease) await this.#follow(store, watch, lease);
    if (this.#isFree(lease) && (await takeLease(store, this.settings, lease))) {
      await this.#hold(store, watch);
    }
  }

  #isFree(lease: WatchLease | undefined): boolean {
    if (!lease || lease.owner === '') return true;
    return this.#lease.of(`${lease.owner} ${lease.renewals}`) >= LEASE_TIMEOUT;
  }

  async #hold(store: Store, watch: SharedTarget) {
    const { archive, target } = this.settings;
    const standings = watch.standings();
    if (this.#become('holder', watch)) watch.keepAll();
    // A reading is announced only after it has been written, so that nothing older is taken for it.
    await archive.flush();
    if (archive.takeLost()) throw new Error('What was read could not be written down.');
    if (!(await renewLease(store, this.settings, standings))) {
      this.#become('follower', watch);
      return;
    }
    const { demand, lapsed } = this.#demands.look(await loadDemands(store, target));
    watch.setDemand(demand);
    for (const owner of lapsed) await dropDemand(store, { target, owner });
  }

  async #follow(store: Store, watch: SharedTarget, lease: WatchLease) {
    this.#become('follower', watch);
    await watch.restored();
    const demand = this.#demand(watch);
    if (demand.isViewed || this.#isDemandNew) {
      this.#isDemandNew = demand.asked.length > 0;
      await saveDemand(store, this.settings, demand);
    }
    const queries = watch.rowsToRead(lease, demand);
    const rows: WatchedRow[] = await loadWatchedSince(store, this.settings.target, queries);
    watch.applyShared(lease, rows);
  }

  #demand(watch: SharedTarget) {
    const now = this.settings.monotonic();
    for (const [what, at] of this.#asked)
      if (now - at > ASKED_FOR_LIFETIME) this.#asked.delete(what);
    return {
      ...watch.demand(),
      asked: [...this.#asked.keys()],
      invalidated: { ...this.#invalidated },
    };
  }

  /** Returns whether the role has changed. */
  #become(role: Role, watch: SharedTarget): boolean {
    if (role === this.#role) return false;
    this.#role = role;
    watch.setDemand(NO_DEMAND);
    watch.replan();
    return true;
  }
}
