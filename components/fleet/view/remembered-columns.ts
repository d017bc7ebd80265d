import { columnOf } from './columns';

const STORAGE_KEY = 'homeward:columns';

/** The columns last chosen in this browser; undefined when nobody chose any. */
export function recallColumns(): readonly string[] | undefined {
  try {
    const kept = localStorage
      .getItem(STORAGE_KEY)
      ?.split(',')
      .filter((key) => columnOf(key));
    return kept && kept.length > 0 ? kept : undefined;
  } catch {
    return undefined;
  }
}

/** Stores the chosen columns for the next visit, and nothing for the usual ones. */
export function rememberColumns(columns: readonly string[], usual: readonly string[]) {
  try {
    if (columns.join() === usual.join()) localStorage.removeItem(STORAGE_KEY);
    else localStorage.setItem(STORAGE_KEY, columns.join());
  } catch {
    // A browser without storage shows the usual columns next time.
  }
}
