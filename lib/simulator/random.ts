import { createHash } from 'node:crypto';

/** Numbers that look random and are the same for the same words. */
export class Random {
  #state: number;

  constructor(...words: (string | number)[]) {
    this.#state = hash(words.join('\n'));
  }

  /** From 0 up to, not including, 1. */
  next(): number {
    // The mulberry32 generator: 32 bits of state are plenty for a made-up fleet.
    this.#state = (this.#state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  }

  between(from: number, to: number): number {
    return from + this.next() * (to - from);
  }

  integer(from: number, to: number): number {
    return Math.floor(this.between(from, to + 1));
  }

  pick<Item>(items: readonly Item[]): Item {
    const item = items[Math.floor(this.next() * items.length)];
    if (item === undefined) throw new Error('Nothing to pick from.');
    return item;
  }
}

/** Hexadecimal digits that depend on the words alone. */
export function digest(...words: (string | number)[]): string {
  return createHash('sha256').update(words.join('\n')).digest('hex');
}

/** FNV-1a: 32 bits that depend on the words, at next to no cost. */
function hash(text: string): number {
  let state = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    state = Math.imul(state ^ text.charCodeAt(index), 0x01000193);
  }
  return state;
}
