import type { Store } from '@/lib/store/schema';
import { type WatchedKind, type WatchedRow, loadWatched, saveWatched } from '@/lib/store/watched';
import type { Timestamped } from './snapshot';

interface Settings {
  /** The key of the target, as `targetKey` makes it. */
  target: string;
  store: () => Promise<Store>;
  /** How rows are kept; in the place of what was kept of the same, unless told otherwise. */
  save?: (store: Store, rows: readonly WatchedRow[]) => Promise<void>;
  /** Told why something could not be kept; the watching goes on. */
  warn: (event: string, error: unknown) => void;
}

/** The fleet is one large row, so it is not written with every reading, in milliseconds. */
const LEAST_SPACING = 60_000;

/** Writing it holds up the process, the longer the larger it is, and so it is done the more seldom. In milliseconds. */
const SPACING_PER_SERVER = 60;

/** Writing a large fleet holds up the process: whoever waits for the reading gets it first. In milliseconds. */
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

  /** All of one kind, or those of these ids. */
  async loadAll<Value>(
    kind: WatchedKind,
    ids?: readonly string[],
  ): Promise<(Timestamped<Value> & { id: string })[]> {
    const { store, target } = this.settings;
    const rows = await loadWatched(await store(), target, kind, ids);
    return rows.map(({ id, asOf, value }) => ({ id, asOf, value: value as Value }));
  }

  /** Keeps these soon; of the same thing only what is newest. */
  keep(rows: readonly WatchedRow[]) {
    for (const row of rows) this.#waiting.set(`${row.kind} ${row.id}`, row);
    this.#timer ??= setTimeout(() => void this.flush(), WRITE_DELAY).unref();
  }

  /** Keeps the fleet, unless that was done less than `spacing` milliseconds before. */
  keepFleet({ asOf, value }: Timestamped<readonly unknown[]>, spacing = spacingOf(value)) {
    if (Math.abs(asOf.getTime() - this.#fleetKeptAt) < spacing) return;
    this.#fleetKeptAt = asOf.getTime();
    this.keep([{ kind: 'fleet', id: '', asOf, value }]);
  }

  /** Resolves once everything is kept that can be. */
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
