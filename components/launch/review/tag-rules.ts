// The rules for tags, said again for the editor: the server has the last word (lib/contract/tags.ts), but its
// schemas are too heavy to send to a browser.

export interface TagRow {
  /** Stays the same while key and value are edited. */
  row: number;
  key: string;
  value: string;
}

/** What is wrong with a row, in words; undefined when it is fine. A row that is empty is left out. */
export function tagError({ key, value }: TagRow, rows: readonly TagRow[]): string | undefined {
  if (key === '') return value === '' ? undefined : 'A tag needs a key.';
  const lower = key.toLowerCase();
  if (lower.startsWith('aws:')) return 'Keys that start with "aws:" belong to AWS.';
  if (lower.startsWith('homeward:')) return 'Keys that start with "homeward:" are set by Homeward.';
  if (key.length > 256) return 'A key has at most 256 characters.';
  if (value.length > 256) return 'A value has at most 256 characters.';
  if (rows.filter((other) => other.key === key).length > 1) return 'This key is there twice.';
  return undefined;
}

export function toTags(rows: readonly TagRow[]): Record<string, string> {
  return Object.fromEntries(
    rows.filter(({ key }) => key !== '').map(({ key, value }) => [key, value]),
  );
}
