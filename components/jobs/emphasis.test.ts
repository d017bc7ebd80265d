import { describe, expect, it } from 'vitest';
import { emphasise } from './emphasis';

const losses = (sentence: string) =>
  emphasise(sentence)
    .filter(({ isLoss }) => isLoss)
    .map(({ text }) => text);

describe('the emphasis in a verdict', () => {
  it('is on what did not go well', () => {
    expect(
      losses('Completed: 41 launched, 2 failed in conversion, 1 failed at launch, 1 skipped.'),
    ).toEqual(['2 failed in conversion', '1 failed at launch', '1 skipped']);
    expect(
      losses('1 of 9 home, 1 failed, 2 refused, 4 with an unknown outcome, 1 still crossing.'),
    ).toEqual(['1 failed', '2 refused', '4 with an unknown outcome']);
    expect(losses('Completed: 1 network launched, 1 network failed.')).toEqual([
      '1 network failed',
    ]);
    expect(losses('Completed: 2 launched, but its log also reports LAUNCH_FAILED.')).toEqual([
      'log also reports LAUNCH_FAILED',
    ]);
  });

  it('is nowhere when all is well', () => {
    expect(losses('Completed: 45 launched.')).toEqual([]);
  });

  it('changes no word of the sentence', () => {
    const sentence = 'Completed: 41 launched, 2 failed in the snapshot, 3 skipped or cancelled.';
    expect(
      emphasise(sentence)
        .map(({ text }) => text)
        .join(''),
    ).toBe(sentence);
  });
});
