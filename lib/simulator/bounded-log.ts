export interface SavedBoundedLog<Item> {
  items: readonly Item[];
  forgotten: number;
}

/** A list that keeps its newest items and counts the ones that it has forgotten. */
export class BoundedLog<Item> {
  #items: Item[];
  #forgotten: number;

  constructor(
    private readonly limit: number,
    saved: SavedBoundedLog<Item> = { items: [], forgotten: 0 },
  ) {
    this.#items = [...saved.items];
    this.#forgotten = saved.forgotten;
  }

  save(): SavedBoundedLog<Item> {
    return { items: this.#items, forgotten: this.#forgotten };
  }

  get items(): readonly Item[] {
    return this.#items;
  }

  get forgotten() {
    return this.#forgotten;
  }

  add(item: Item) {
    this.#items.push(item);
    // It forgets a tenth at a time, which costs next to nothing for each item.
    if (this.#items.length <= this.limit * 1.1) return;
    const gone = this.#items.length - this.limit;
    this.#items = this.#items.slice(gone);
    this.#forgotten += gone;
  }
}
