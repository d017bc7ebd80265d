/** Keeps the things that were asked for last, made when they are first asked for; the others go. */
export class LruCache<Thing> {
  readonly #things = new Map<string, Thing>();

  constructor(private readonly limit: number) {}

  /** The thing if it is there; asking so does not count. */
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
