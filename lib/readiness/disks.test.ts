import { expect, it } from 'vitest';
import { sumOfDisks } from './disks';

it('adds up the disks that give a figure, and is unknown when none does', () => {
  const disks = [{ backloggedStorageBytes: 1_000 }, {}, { backloggedStorageBytes: 24 }];
  expect(sumOfDisks(disks, 'backloggedStorageBytes')).toBe(1_024);
  expect(sumOfDisks([{ backloggedStorageBytes: 0 }], 'backloggedStorageBytes')).toBe(0);
  expect(sumOfDisks(disks, 'totalStorageBytes')).toBeUndefined();
  expect(sumOfDisks([], 'backloggedStorageBytes')).toBeUndefined();
  expect(sumOfDisks(undefined, 'backloggedStorageBytes')).toBeUndefined();
});
