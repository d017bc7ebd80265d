/** A service that answers with the same token again would be read for ever. */
export class RepeatedTokenError extends Error {
  constructor() {
    super(
      'DRS answered with a page token it had already given; the list cannot be read to its end.',
    );
    this.name = 'RepeatedTokenError';
  }
}

interface Page<Item> {
  items?: Item[] | undefined;
  nextToken?: string | undefined;
}

/** Reads a paged list to its end. Throws what a page throws, so that a part never passes for the whole. */
export async function readAllPages<Item>(
  readPage: (nextToken: string | undefined) => Promise<Page<Item>>,
): Promise<Item[]> {
  const items: Item[] = [];
  const seen = new Set<string>();
  let nextToken: string | undefined;
  do {
    const page = await readPage(nextToken);
    items.push(...(page.items ?? []));
    nextToken = page.nextToken || undefined;
    if (nextToken && seen.has(nextToken)) throw new RepeatedTokenError();
    if (nextToken) seen.add(nextToken);
  } while (nextToken);
  return items;
}
