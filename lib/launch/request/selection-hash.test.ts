import { expect, it } from 'vitest';
import type { PreviewedServer } from '@/lib/contract/failback-launch-preview';
import type { Verdict } from '@/lib/contract/readiness';
import { changesSince, selectionHash } from './selection-hash';

const server = (id: string, verdict: Verdict, rule = 'failback-state'): PreviewedServer => ({
  recoveryInstanceID: id,
  name: `name-of-${id}`,
  readiness: { verdict, reasons: [{ rule, verdict, sentence: `Says ${rule}.` }] },
});
const seen = [server('i-00000002', 'ready'), server('i-00000001', 'caution')];

it('is the same for the same servers and readiness, in whatever order', () => {
  const hash = selectionHash('eu-west-1', seen);
  expect(selectionHash('eu-west-1', seen.toReversed())).toBe(hash);
  expect(changesSince(hash, 'eu-west-1', seen)).toEqual([]);
});

it.each([
  ['a verdict', [server('i-00000002', 'blocked'), server('i-00000001', 'caution')], /was ready/],
  ['a reason', [server('i-00000002', 'ready', 'lag'), server('i-00000001', 'caution')], /reasons/],
  ['a server', [server('i-00000003', 'ready'), server('i-00000001', 'caution')], /Other servers/],
  ['the number of servers', [server('i-00000001', 'caution')], /was of 2 servers/],
])('says what has changed: %s', (_, now, sentence) => {
  const [change] = changesSince(selectionHash('eu-west-1', seen), 'eu-west-1', now);
  expect(change).toMatch(sentence);
});

it('holds for its own target only, and is not fooled by a hash that is none', () => {
  expect(changesSince(selectionHash('eu-west-2', seen), 'eu-west-1', seen)).toHaveLength(1);
  expect(changesSince('v1.0000.rc', 'eu-west-1', seen)).not.toEqual([]);
});
