interface Distinct<Value> {
  values: Value[];
  rows: number[];
}

/** Each value once, in the order of first appearance, and for every row its place. `keyOf` tells values apart. */
export function toDistinct<Value>(
  list: readonly Value[],
  keyOf: (value: Value) => string,
): Distinct<Value> {
  const places = new Map<string, number>();
  const values: Value[] = [];
  const rows = list.map((value) => {
    const key = keyOf(value);
    const known = places.get(key);
    if (known !== undefined) return known;
    places.set(key, values.length);
    return values.push(value) - 1;
  });
  return { values, rows };
}

/** The list again. A place that leads nowhere takes `missing`. */
export function fromDistinct<Value>({ values, rows }: Distinct<Value>, missing: Value): Value[] {
  return rows.map((place) => values[place] ?? missing);
}
