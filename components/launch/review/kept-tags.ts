import type { TagRow } from './tag-rows';

const STORAGE_KEY = 'homeward:review-tags';

/** Keeps the tags of a launch that is to be repeated, for the review that follows. */
export function keepTags(tags: Record<string, string>) {
  sessionStorage.setItem(STORAGE_KEY, JSON.stringify(tags));
}

/** The rows that a review begins with: the kept tags, which are read once, or one empty row. */
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
    // The server has no session storage, and a browser may forbid it.
    return {};
  }
}
