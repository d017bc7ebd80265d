import { tagKeyError, tagValueError } from '@/lib/contract/tag-rules';

export interface TagRow {
  /** Stays the same while key and value are edited. */
  row: number;
  key: string;
  value: string;
}

/** What is wrong with a row, in words; undefined when it is fine. A row that is empty is left out. */
export function tagError({ key, value }: TagRow, rows: readonly TagRow[]): string | undefined {
  if (key === '' && value === '') return undefined;
  const error = tagKeyError(key) ?? tagValueError(value);
  if (error) return error;
  if (rows.filter((other) => other.key === key).length > 1) return 'This key is there twice.';
  return undefined;
}

export function toTags(rows: readonly TagRow[]): Record<string, string> {
  return Object.fromEntries(
    rows.filter(({ key }) => key !== '').map(({ key, value }) => [key, value]),
  );
}
