import type { FleetColumns } from '@/lib/contract/fleet';

type IDColumn = FleetColumns['ids'];

/** Ids of one length become their common prefix and one text of all the rest; any others stay a list. */
export function encodeIDs(ids: readonly string[]): IDColumn {
  const [first = ''] = ids;
  if (ids.length < 2 || ids.some((id) => id.length !== first.length)) return [...ids];
  const prefix = commonPrefix(ids);
  const length = first.length - prefix.length;
  return length === 0
    ? [...ids]
    : { prefix, length, joined: ids.map((id) => id.slice(prefix.length)).join('') };
}

/** Reverses `encodeIDs`. */
export function decodeIDs(ids: IDColumn): string[] {
  if (Array.isArray(ids)) return ids;
  const { prefix, length, joined } = ids;
  return Array.from({ length: joined.length / length }, (_, index) => {
    return prefix + joined.slice(index * length, (index + 1) * length);
  });
}

function commonPrefix(texts: readonly string[]): string {
  const [first = ''] = texts;
  let length = first.length;
  for (const text of texts) {
    while (!text.startsWith(first.slice(0, length))) length -= 1;
  }
  return first.slice(0, length);
}
