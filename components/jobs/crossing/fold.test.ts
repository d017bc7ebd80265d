import { describe, expect, it } from 'vitest';
import type { ServerOutcome } from '@/lib/contract/job';
import { foldLanes } from './fold';

const servers = (outcome: ServerOutcome['outcome'], count: number): ServerOutcome[] =>
  Array.from({ length: count }, () => ({ outcome, sentence: '', phases: [] }));

describe('lanes', () => {
  it('are all shown while they fit', () => {
    const { shown, folded } = foldLanes([...servers('failed', 2), ...servers('launched', 28)]);
    expect([shown.length, folded.length]).toEqual([30, 0]);
  });

  it('fold only servers that are home', () => {
    const { shown, folded } = foldLanes([...servers('failed', 40), ...servers('launched', 160)]);
    expect(shown.every(({ outcome }) => outcome === 'failed')).toBe(true);
    expect([shown.length, folded.length]).toEqual([40, 160]);
  });
});
