import { expect, it } from 'vitest';
import { paceWords, spreadWords } from './pace-words';

const usual = { count: 14, medianSeconds: 9 * 60, longestSeconds: 15 * 60 };

it('stand beside the experience of this account', () => {
  const server = { outcome: 'running' as const, sentence: 'Converting', phases: [] };
  const pace = { server, phase: 'converting' as const, seconds: 22 * 60, usual, isStalled: true };
  expect(paceWords(pace, 'home')).toBe(
    'converting 22 min; your last 14: median 9 min, longest 15 min',
  );
});

it('have no median of one', () => {
  expect(spreadWords({ count: 1, medianSeconds: 540, longestSeconds: 540 })).toBe(
    'the one before took 9 min',
  );
});
