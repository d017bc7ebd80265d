/**
 * Remembers what a pure function gave for an object that never changes, for as long as the object is there. The
 * answers stay the same; a fleet of ten thousand is only not worked out anew for every page.
 */
export function memoizeByObject<Key extends object, Rest extends readonly unknown[], Result>(
  work: (key: Key, ...rest: Rest) => Result,
): (key: Key, ...rest: Rest) => Result {
  const known = new WeakMap<Key, { rest: Rest; result: Result }[]>();
  return (key, ...rest) => {
    const entries = known.get(key) ?? [];
    const entry = entries.find((candidate) => isSame(candidate.rest, rest));
    if (entry) return entry.result;
    const result = work(key, ...rest);
    // The newest few: what they were asked with, such as the history of the speed, may change again and again.
    known.set(key, [{ rest, result }, ...entries.slice(0, 3)]);
    return result;
  };
}

function isSame(one: readonly unknown[], other: readonly unknown[]): boolean {
  // A loop, because this is asked several times for each server of a page.
  for (let place = 0; place < one.length; place += 1) {
    if (one[place] !== other[place]) return false;
  }
  return true;
}
