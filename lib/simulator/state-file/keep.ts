import { open, rename } from 'node:fs/promises';
import type { Simulation } from '../simulation';
import { FORMAT, VERSION } from './format';

/** The longest that a change stays unwritten when nobody waits for it, in milliseconds. */
const LATEST = 1_000;

/** Keeps a simulation in a file, which always holds one whole state. */
export class StateFile {
  #next: Promise<void> | undefined;
  #running: Promise<void> = Promise.resolve();
  #soon: NodeJS.Timeout | undefined;

  constructor(
    private readonly path: string,
    private readonly simulation: Simulation,
  ) {}

  /** Resolves when the present state is on disk; calls at the same time share one write. */
  keep(): Promise<void> {
    this.#next ??= this.#running
      .catch(() => undefined)
      .then(() => {
        this.#next = undefined;
        this.#running = this.#write();
        return this.#running;
      });
    return this.#next;
  }

  /** Writes the state within a second, for a change that nobody waits for. */
  keepSoon() {
    this.#soon ??= setTimeout(() => {
      this.#soon = undefined;
      this.keep().catch((error: unknown) => {
        process.stderr.write(`simulator: the state could not be kept (${String(error)}).\n`);
      });
    }, LATEST);
  }

  async close() {
    clearTimeout(this.#soon);
    await this.keep();
  }

  async #write() {
    const { settings } = this.simulation;
    const state = {
      format: FORMAT,
      version: VERSION,
      seed: settings.seed,
      scenario: settings.scenario?.name ?? null,
      state: this.simulation.save(),
    };
    const beside = `${this.path}.${process.pid}.part`;
    const file = await open(beside, 'w');
    try {
      await file.writeFile(JSON.stringify(state));
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(beside, this.path);
  }
}
