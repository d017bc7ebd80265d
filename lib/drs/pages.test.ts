import { expect, it } from 'vitest';
import { readAllPages } from './pages';

type Asked = Parameters<Parameters<typeof readAllPages>[0]>[0];

const same = (item: number) => item;

it('reads every page, also when one of them is empty', async () => {
  const pages: Record<string, { items: number[]; nextToken?: string }> = {
    first: { items: [1, 2], nextToken: 'empty' },
    empty: { items: [], nextToken: 'last' },
    last: { items: [3] },
  };
  const read = async ({ nextToken: token = 'first' }) => pages[token] ?? { items: [] };
  expect(await readAllPages(read, same)).toEqual([1, 2, 3]);
});

it('has the next page on its way while it converts the one before', async () => {
  const happened: string[] = [];
  const read = async ({ nextToken: token }: Asked) => {
    happened.push(`ask for ${token ?? 'the first'}`);
    return token ? { items: [2] } : { items: [1], nextToken: 'the second' };
  };
  const convert = (item: number) => happened.push(`convert ${item}`);
  await readAllPages(read, convert);
  expect(happened).toEqual(['ask for the first', 'ask for the second', 'convert 1', 'convert 2']);
});

it('leaves out what cannot be converted', async () => {
  const read = async () => ({ items: [1, 2, 3] });
  expect(await readAllPages(read, (item) => (item === 2 ? undefined : `number ${item}`))).toEqual([
    'number 1',
    'number 3',
  ]);
});

it('refuses a list whose token repeats instead of reading it for ever', async () => {
  await expect(
    readAllPages(async () => ({ items: [1], nextToken: 'again' }), same),
  ).rejects.toThrow(/cannot be read to its end/);
});

it('passes a failing page on, so that a part never passes for the whole', async () => {
  const read = async ({ nextToken: token }: Asked) => {
    if (token) throw new Error('reset');
    return { items: [1], nextToken: 'next' };
  };
  await expect(readAllPages(read, same)).rejects.toThrow('reset');
});
