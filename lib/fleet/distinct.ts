interface Distinct<Value> {
  values: Value[];
  rows: number[];
}

/**
 * Each value once, in the order of first appearance, and for every item its place. `keyOf` tells values apart, and is asked of
 * each of thousands of items; `valueOf` only of those that are new.
 */
export function toDistinct<Item, Value>(
  items: readonly Item[],
  keyOf: (item: Item) => string,
  valueOf: (item: Item, key: string) => Value,
): Distinct<Value> {
  const places = new Map<string, number>();
  const values: Value[] = [];
  const rows = items.map((item) => {
    const key = keyOf(item);
    const known = places.get(key);
    if (known !== undefined) return known;
    places.set(key, values.length);
    return values.push(valueOf(item, key)) - 1;
  });
  return { values, rows };
}

/** The list again. A place that leads nowhere takes `missing`. */
export function fromDistinct<Value>({ values, rows }: Distinct<Value>, missing: Value): Value[] {
  return rows.map((place) => values[place] ?? missing);
}
