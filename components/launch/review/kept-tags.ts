import type { TagRow } from './tag-rows';

const STORAGE_KEY = 'homeward:review-tags';

/** Keeps the tags of a launch that is to be made again, for the review that follows. */
export function keepTags(tags: Record<string, string>) {
  sessionStorage.setItem(STORAGE_KEY, JSON.stringify(tags));
}

/** The rows a review begins with: the tags that were kept, once, else an empty one. */
export function keptTags(): TagRow[] {
  const kept = Object.entries(take());
  return kept.length === 0
    ? [{ row: 0, key: '', value: '' }]
    : kept.map(([key, value], row) => ({ row, key, value }));
}

function take(): Record<string, string> {
  try {
    const text = sessionStorage.getItem(STORAGE_KEY);
    sessionStorage.removeItem(STORAGE_KEY);
    return JSON.parse(text ?? '{}') as Record<string, string>;
  } catch {
    // On the server, and where a browser keeps nothing.
    return {};
  }
}
