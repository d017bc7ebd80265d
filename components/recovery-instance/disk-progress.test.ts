import { expect, it } from 'vitest';
import { progressOf } from './disk-progress';

it('tells how far a disk is, in whole per cent that never round up to a hundred', () => {
  expect(progressOf({ totalStorageBytes: 1_000, replicatedStorageBytes: 999 })).toEqual({
    total: 1_000,
    done: 999,
    percent: 99,
  });
  expect(progressOf({ totalStorageBytes: 1_000, replicatedStorageBytes: 1_000 })?.percent).toBe(
    100,
  );
});

it('tells nothing where DRS gives no figure, or calls the disk of a disconnected instance empty', () => {
  expect(progressOf({})).toBeUndefined();
  expect(progressOf({ totalStorageBytes: 1_000 })).toBeUndefined();
  expect(progressOf({ replicatedStorageBytes: 1_000 })).toBeUndefined();
  expect(progressOf({ totalStorageBytes: 0, replicatedStorageBytes: 0 })).toBeUndefined();
});
