import { chunk } from '@/lib/chunk';

/** Databases take a limited number of values in one statement. */
const ROWS_AT_ONCE = 500;

/** The same items in parts that one statement can take. */
export const inParts = <Item>(items: readonly Item[]): Item[][] => chunk(items, ROWS_AT_ONCE);
