import { validation } from './errors';
import { digest } from './random';

const DEFAULT_PAGE = 100;
const LARGEST_PAGE = 1_000;

/** One page of a list, and the token of the next. A token of another list, or a changed one, is refused. */
export function pageOf<Item>(
  items: readonly Item[],
  listName: string,
  input: Record<string, unknown>,
): { items: Item[]; nextToken?: string } {
  const asked = typeof input.maxResults === 'number' ? input.maxResults : DEFAULT_PAGE;
  const size = Math.min(asked, LARGEST_PAGE);
  const from = typeof input.nextToken === 'string' ? offsetOf(input.nextToken, listName) : 0;
  const to = from + size;
  return {
    items: items.slice(from, to),
    ...(to < items.length ? { nextToken: tokenOf(to, listName) } : {}),
  };
}

function tokenOf(offset: number, listName: string): string {
  const seal = digest('page', listName, offset).slice(0, 16);
  return Buffer.from(`${offset}.${seal}`).toString('base64url');
}

function offsetOf(token: string, listName: string): number {
  const offset = Number(Buffer.from(token, 'base64url').toString().split('.')[0]);
  if (Number.isInteger(offset) && tokenOf(offset, listName) === token) return offset;
  throw validation('other', 'The nextToken is not valid for this request.');
}
