import { expect, it } from 'vitest';
import { traceLaunches } from './trace';

const ID = 'launch-0123456789abcdef';
const WRITTEN = `71 pwrite64(28</data/homeward.sqlite-wal>, "..${ID}..", 4096, 56) = 4096`;
const SYNCED = '71 fsync(28</data/homeward.sqlite-wal>) = 0';
const SENT = `71 writev(32<socket:[9]>, [{iov_base="POST /StartFailbackLaunch HTTP/1.1\\r\\n\\"homeward:launch\\":\\"${ID}/1\\"", iov_len=9}], 1) = 9`;
const early = (...lines: string[]) => traceLaunches(lines.join('\n')).early;

it('is content with an intent that was synced before its launch was sent', () => {
  expect(traceLaunches([WRITTEN, SYNCED, SENT].join('\n'))).toEqual({ launches: 1, early: [] });
});

it('finds a launch that was sent before its intent was synced, or without one', () => {
  expect(early(SYNCED, WRITTEN, SENT, SYNCED)).toEqual([`${ID} was sent before it was synced`]);
  expect(early(SENT)).toEqual([`${ID} was sent and never written`]);
});

it('counts a sync from its return, and a write to the network from its beginning', () => {
  const begun = '72 fdatasync(28</data/homeward.sqlite-wal> <unfinished ...>';
  const returned = '72 <... fdatasync resumed>) = 0';
  expect(early(WRITTEN, begun, SENT, returned)).toHaveLength(1);
  expect(early(WRITTEN, begun, returned, SENT)).toEqual([]);
  const sending = `${SENT.slice(0, -4)} <unfinished ...>`;
  expect(early(WRITTEN, sending, SYNCED, '71 <... writev resumed>) = 9')).toHaveLength(1);
});

it('does not take a failed sync, or that of another file, for one', () => {
  expect(early(WRITTEN, '71 fsync(28</data/homeward.sqlite-wal>) = -1 EIO', SENT)).toHaveLength(1);
  expect(early(WRITTEN, '71 fsync(1</dev/null>) = 0', SENT)).toHaveLength(1);
});
