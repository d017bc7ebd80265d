import type { WrittenEvent } from './feed';

const MOST_EVENTS = 100;
const MOST_BYTES = 512 * 1024;

/** The newest changes of one answer, each following on the one before; what is older is forgotten. */
export class PatchLog {
  #changes: { from: number; event: WrittenEvent }[] = [];
  #bytes = 0;

  add(from: number, event: WrittenEvent) {
    this.#changes.push({ from, event });
    this.#bytes += event.data.byteLength;
    while (this.#changes.length > MOST_EVENTS || this.#bytes > MOST_BYTES) {
      this.#bytes -= this.#changes.shift()?.event.data.byteLength ?? 0;
    }
  }

  clear() {
    this.#changes = [];
    this.#bytes = 0;
  }

  /** Every change after that sequence; undefined when some of them are forgotten. */
  since(sequence: number): WrittenEvent[] | undefined {
    const index = this.#changes.findIndex(({ from }) => from === sequence);
    return index < 0 ? undefined : this.#changes.slice(index).map(({ event }) => event);
  }
}
