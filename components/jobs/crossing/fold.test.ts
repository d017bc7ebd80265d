import { describe, expect, it } from 'vitest';
import type { ServerOutcome } from '@/lib/contract/job';
import { foldLanes, foldWords } from './fold';

const servers = (outcome: ServerOutcome['outcome'], count: number): ServerOutcome[] =>
  Array.from({ length: count }, () => ({ outcome, sentence: '', phases: [] }));

const fold = (...groups: ServerOutcome[][]) => {
  const folded = foldLanes(groups.flat());
  return [folded.shown.length, folded.running, folded.arrived];
};

describe('lanes', () => {
  it('are all shown while they fit', () => {
    expect(fold(servers('failed', 2), servers('launched', 28))).toEqual([30, 0, 0]);
    expect(fold(servers('running', 60))).toEqual([60, 0, 0]);
  });

  it('fold servers that are home, then those under way', () => {
    expect(fold(servers('running', 100), servers('launched', 100))).toEqual([60, 40, 100]);
  });

  it('never fold a loss', () => {
    const lost = [servers('failed', 90), servers('unknown', 5), servers('skipped', 5)];
    expect(fold(...lost, servers('running', 50), servers('launched', 50))).toEqual([100, 50, 50]);
  });

  it('say how many are folded', () => {
    const words = (running: number, arrived: number) =>
      foldWords({ shown: [], running, arrived }, 'home');
    expect(words(40, 100)).toBe('140 more: 40 under way, 100 home');
    expect(words(0, 3)).toBe('3 more home');
    expect(words(3, 0)).toBe('3 more under way');
    expect(words(0, 0)).toBeUndefined();
  });
});
