import { expect, it } from 'vitest';
import type { PreviewedServer } from '@/lib/contract/failback-launch-preview';
import { lossOf } from './loss';

const server = (name: string, lagDuration?: string) => ({ name, lagDuration }) as PreviewedServer;

it('is the widest lag of the servers', () => {
  expect(lossOf([server('a', 'PT3S'), server('b', 'PT26M'), server('c', 'P0D')])).toEqual({
    seconds: 26 * 60,
    name: 'b',
    unknown: 0,
  });
});

it('counts the servers whose lag is not known, which may lose more', () => {
  expect(lossOf([server('a', 'PT3S'), server('b'), server('c', 'soon')])).toEqual({
    seconds: 3,
    name: 'a',
    unknown: 2,
  });
  expect(lossOf([server('a')])).toMatchObject({ seconds: 0, unknown: 1 });
});
