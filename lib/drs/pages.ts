import { setImmediate } from 'node:timers/promises';
import { present } from './present';

/** The model sets no maximum; the AWS console itself asks for pages of 1,000. */
const PAGE_SIZE = 1000;

/** Ends the reading of a list whose page tokens repeat, which would go on for ever. */
export class RepeatedTokenError extends Error {
  constructor() {
    super(
      'DRS answered with a page token it had already given; the list cannot be read to its end.',
    );
    this.name = 'RepeatedTokenError';
  }
}

/** Which page of a list is asked for. */
interface PageRequest {
  maxResults: number;
  nextToken?: string;
}

interface Page<Item> {
  items?: Item[] | undefined;
  nextToken?: string | undefined;
}

/**
 * Reads a paged list to its end. The items of a page are looked at while the next one is on its way, so that what DRS
 * sent of it is not kept until the last one is there. Throws what a page throws, so that a part never passes for the whole.
 */
export async function readAllPages<Item, Converted>(
  readPage: (asked: PageRequest) => Promise<Page<Item>>,
  convert: (item: Item) => Converted | undefined,
): Promise<Converted[]> {
  const all: Converted[] = [];
  const seen = new Set<string>();
  const read = (nextToken?: string) =>
    readPage({ maxResults: PAGE_SIZE, ...present({ nextToken }) });
  const take = async (page: Page<Item>) => {
    // The call for the next page leaves in this turn of the event loop.
    await setImmediate();
    for (const item of page.items ?? []) {
      const converted = convert(item);
      if (converted !== undefined) all.push(converted);
    }
  };
  let page: Page<Item> | undefined = await read();
  while (page) {
    const nextToken: string | undefined = page.nextToken || undefined;
    if (nextToken && seen.has(nextToken)) throw new RepeatedTokenError();
    if (nextToken) seen.add(nextToken);
    [page] = await Promise.all([nextToken ? read(nextToken) : undefined, take(page)]);
  }
  return all;
}
