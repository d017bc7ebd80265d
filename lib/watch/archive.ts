import type { Store } from '@/lib/store/schema';
import { type WatchedKind, type WatchedRow, loadWatched, saveWatched } from '@/lib/store/watched';
import type { Timestamped } from './snapshot';

interface Settings {
  /** The key of the target, as `targetKey` makes it. */
  target: string;
  store: () => Promise<Store>;
  /** Saves rows; by default each replaces the earlier row of the same kind and id. */
  save?: (store: Store, rows: readonly WatchedRow[]) => Promise<void>;
  /** Reports why something could not be saved. The watch goes on. */
  warn: (event: string, error: unknown) => void;
}

/** The shortest time between two writes of the fleet, in milliseconds. It is one large row. */
const LEAST_SPACING = 60_000;

/** How much longer that time is for each server, in milliseconds. Writing a larger fleet blocks the process for longer. */
const SPACING_PER_SERVER = 60;

/** How long a write is delayed, in milliseconds. It blocks the process, and whoever waits for the reading comes first. */
const WRITE_DELAY = 1_000;

/**
 * What the last process knew of a target, and what DRS has forgotten. Written behind: a store that is slow or
 * unusable neither delays nor stops the watching.
 */
export class Archive {
  readonly #waiting = new Map<string, WatchedRow>();
  #timer: NodeJS.Timeout | undefined;
  #writing: Promise<void> | undefined;
  #fleetKeptAt = 0;
  #hasLost = false;

  constructor(private readonly settings: Settings) {}

  async load<Value>(kind: WatchedKind, id = ''): Promise<Timestamped<Value> | undefined> {
    const [row] = await this.loadAll<Value>(kind, [id]);
    return row && { asOf: row.asOf, value: row.value };
  }

  /** Loads everything of one kind, or only these ids. */
  async loadAll<Value>(
    kind: WatchedKind,
    ids?: readonly string[],
  ): Promise<(Timestamped<Value> & { id: string })[]> {
    const { store, target } = this.settings;
    const rows = await loadWatched(await store(), target, kind, ids);
    return rows.map(({ id, asOf, value }) => ({ id, asOf, value: value as Value }));
  }

  /** Queues rows for saving. A newer row replaces a queued one of the same kind and id. */
  keep(rows: readonly WatchedRow[]) {
    for (const row of rows) this.#waiting.set(`${row.kind} ${row.id}`, row);
    this.#timer ??= setTimeout(() => void this.flush(), WRITE_DELAY).unref();
  }

  /** Queues the fleet for saving, unless that was done less than `spacing` milliseconds ago. */
  keepFleet({ asOf, value }: Timestamped<readonly unknown[]>, spacing = spacingOf(value)) {
    if (Math.abs(asOf.getTime() - this.#fleetKeptAt) < spacing) return;
    this.#fleetKeptAt = asOf.getTime();
    this.keep([{ kind: 'fleet', id: '', asOf, value }]);
  }

  /** Saves all that is queued. Resolves when that is done or has failed. */
  async flush() {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#writing ??= this.#write().finally(() => (this.#writing = undefined));
    await this.#writing;
  }

  /** Whether something could not be kept since this was last asked. */
  takeLost(): boolean {
    const hasLost = this.#hasLost;
    this.#hasLost = false;
    return hasLost;
  }

  async #write() {
    const { store, target, warn } = this.settings;
    const save = this.settings.save ?? ((open, rows) => saveWatched(open, target, rows));
    while (this.#waiting.size > 0) {
      const rows = [...this.#waiting.values()];
      this.#waiting.clear();
      await store()
        .then((open) => save(open, rows))
        .catch((error: unknown) => {
          this.#hasLost = true;
          warn('what was read from DRS could not be kept', error);
        });
    }
  }
}

const spacingOf = ({ length }: readonly unknown[]) =>
  Math.max(LEAST_SPACING, SPACING_PER_SERVER * length);
