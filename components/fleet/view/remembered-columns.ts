import { columnOf } from './columns';

const STORAGE_KEY = 'homeward:columns';

/** The columns that this browser showed last; undefined when nobody chose any. */
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

/** Keeps what was chosen for the next visit; the usual columns need no keeping. */
export function rememberColumns(columns: readonly string[], usual: readonly string[]) {
  try {
    if (columns.join() === usual.join()) localStorage.removeItem(STORAGE_KEY);
    else localStorage.setItem(STORAGE_KEY, columns.join());
  } catch {
    // A browser that keeps nothing shows the usual columns next time.
  }
}
