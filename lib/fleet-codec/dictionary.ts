interface Dictionary<Value> {
  values: Value[];
  rows: number[];
}

/**
 * Dictionary encoding: each value once, in the order of first appearance, and for every item the place of its own.
 * `keyOf` tells values apart and is called for each of thousands of items, `valueOf` only for those that are new.
 */
export function toDictionary<Item, Value>(
  items: readonly Item[],
  keyOf: (item: Item) => string,
  valueOf: (item: Item, key: string) => Value,
): Dictionary<Value> {
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

/** Reverses `toDictionary`. A place without a value takes `missing`. */
export function fromDictionary<Value>(
  { values, rows }: Dictionary<Value>,
  missing: Value,
): Value[] {
  return rows.map((place) => values[place] ?? missing);
}
