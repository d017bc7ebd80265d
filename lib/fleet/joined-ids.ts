import type { FleetColumns } from '@/lib/contract/fleet';

type JoinedIDs = FleetColumns['ids'];

/** Ids that are equally long are written behind one another without what they begin with; others stay a list. */
export function joinIDs(ids: readonly string[]): JoinedIDs {
  const [first = ''] = ids;
  if (ids.length < 2 || ids.some((id) => id.length !== first.length)) return [...ids];
  const prefix = commonPrefix(ids);
  const length = first.length - prefix.length;
  return length === 0
    ? [...ids]
    : { prefix, length, joined: ids.map((id) => id.slice(prefix.length)).join('') };
}

/** The ids of `joinIDs` again. */
export function splitIDs(ids: JoinedIDs): string[] {
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
