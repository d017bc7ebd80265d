import { validation } from './errors';
import { digest } from './random';
import type { World } from './world/world';
import { PreserializedJSON } from './preserialized-json';

const DEFAULT_PAGE = 100;
const LARGEST_PAGE = 1_000;

interface Asked<Item> {
  world: World;
  /** What is listed. */
  kind: string;
  input: { maxResults?: number; nextToken?: string };
  /** Which of the items belong to the list; absent: all. Asked only of those that a page has to look at. */
  isWanted?: (item: Item) => boolean;
}

interface Page<Described> {
  items: Described[];
  nextToken?: string;
}

/**
 * One page of a list, and the token of the next. A token that was given for other filters, or by another account
 * or Region, or that was changed, is refused.
 */
export function pageOf<Item, Described>(
  items: readonly Item[],
  { world, kind, input, isWanted = () => true }: Asked<Item>,
  describe: (item: Item) => Described,
): Page<Described> {
  const { maxResults = DEFAULT_PAGE, nextToken, ...filters } = input;
  const list = [world.accountID, world.region, kind, JSON.stringify(filters)].join(' ');
  const size = Math.min(maxResults, LARGEST_PAGE);
  const page: Described[] = [];
  for (let place = nextToken ? offsetOf(nextToken, list) : 0; place < items.length; place += 1) {
    const item = items[place];
    if (item === undefined || !isWanted(item)) continue;
    if (page.length === size) return { items: page, nextToken: tokenOf(place, list) };
    page.push(describe(item));
  }
  return { items: page };
}

/** A page of items that are serialized already, each in pieces. */
export function writtenPage({ items, nextToken }: Page<readonly Buffer[]>): PreserializedJSON {
  const next = nextToken === undefined ? '' : `,"nextToken":"${nextToken}"`;
  const pieces: Buffer[] = [Buffer.from('{"items":[')];
  for (const [place, item] of items.entries()) {
    if (place > 0) pieces.push(COMMA);
    pieces.push(...item);
  }
  return new PreserializedJSON([...pieces, Buffer.from(`]${next}}`)]);
}

const COMMA = Buffer.from(',');

function tokenOf(offset: number, list: string): string {
  const seal = digest('page', list, offset).slice(0, 16);
  return Buffer.from(`${offset}.${seal}`).toString('base64url');
}

function offsetOf(token: string, list: string): number {
  const offset = Number(Buffer.from(token, 'base64url').toString().split('.')[0]);
  if (Number.isInteger(offset) && tokenOf(offset, list) === token) return offset;
  throw validation('other', 'The nextToken is not valid for this request.');
}
