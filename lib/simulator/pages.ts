import { validation } from './errors';
import { digest } from './random';
import type { World } from './world/world';

const DEFAULT_PAGE = 100;
const LARGEST_PAGE = 1_000;

interface Asked {
  world: World;
  /** What is listed. */
  kind: string;
  input: { maxResults?: number; nextToken?: string };
}

/**
 * One page of a list, and the token of the next. A token that was given for other filters, or by another account
 * or Region, or that was changed, is refused.
 */
export function pageOf<Item, Described>(
  items: readonly Item[],
  { world, kind, input }: Asked,
  describe: (item: Item) => Described,
): { items: Described[]; nextToken?: string } {
  const { maxResults = DEFAULT_PAGE, nextToken, ...filters } = input;
  const list = [world.accountID, world.region, kind, JSON.stringify(filters)].join(' ');
  const from = nextToken ? offsetOf(nextToken, list) : 0;
  const to = from + Math.min(maxResults, LARGEST_PAGE);
  return {
    items: items.slice(from, to).map(describe),
    ...(to < items.length ? { nextToken: tokenOf(to, list) } : {}),
  };
}

function tokenOf(offset: number, list: string): string {
  const seal = digest('page', list, offset).slice(0, 16);
  return Buffer.from(`${offset}.${seal}`).toString('base64url');
}

function offsetOf(token: string, list: string): number {
  const offset = Number(Buffer.from(token, 'base64url').toString().split('.')[0]);
  if (Number.isInteger(offset) && tokenOf(offset, list) === token) return offset;
  throw validation('other', 'The nextToken is not valid for this request.');
}
