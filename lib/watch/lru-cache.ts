/** Keeps the most recently used values and makes missing ones. The least recently used go first. */
export class LruCache<Thing> {
  readonly #things = new Map<string, Thing>();

  constructor(private readonly limit: number) {}

  /** The value if it is kept. This does not count as use. */
  peek(key: string): Thing | undefined {
    return this.#things.get(key);
  }

  get(key: string, make: () => Thing): Thing {
    const thing = this.#things.get(key) ?? make();
    this.#things.delete(key);
    this.#things.set(key, thing);
    const oldest = this.#things.keys().next().value;
    if (this.#things.size > this.limit && oldest !== undefined) this.#things.delete(oldest);
    return thing;
  }
}
