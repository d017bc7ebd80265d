import { describe, expect, it } from 'vitest';
import { serverOutcome } from '@/lib/contract/job';
import type { JudgedParts } from '@/lib/outcome/judge';
import { sentenceOf } from '@/lib/outcome/sentence';
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
      losses('1 of 9 home, 1 failed, 2 refused, 4 with an unknown outcome, 1 still running.'),
    ).toEqual(['1 failed', '2 refused', '4 with an unknown outcome']);
    expect(
      losses('0 of 5 home, 2 skipped or cancelled, 3 cancelled or marked as not needed.'),
    ).toEqual(['2 skipped or cancelled']);
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

  // The words are written in lib/outcome, and travel as one sentence.
  describe('knows every loss that the verdict on a job can count', () => {
    const verdictOn = (parts: Partial<JudgedParts>) =>
      sentenceOf(
        { jobID: 'drsjob-1', status: 'COMPLETED' },
        { servers: [], networks: [], isCancelled: false, strayFailure: undefined, ...parts },
      );
    const isLoss = (outcome: string) => !['launched', 'terminated', 'running'].includes(outcome);
    const lost = serverOutcome.shape.outcome.options.filter(isLoss);
    const stages = serverOutcome.shape.failedIn.unwrap().options;

    it.each(stages)('a server that failed in %s', (failedIn) => {
      const server = { outcome: 'failed' as const, failedIn, sentence: '', phases: [] };
      expect(losses(verdictOn({ servers: [server] }))).toEqual([
        verdictOn({ servers: [server] }).slice('Completed: '.length, -1),
      ]);
    });

    it.each(lost)('a server and a network that are %s', (outcome) => {
      const server = { outcome, sentence: '', phases: [] };
      const sentence = verdictOn({ servers: [server], networks: [server] });
      expect(losses(sentence)).toEqual(sentence.slice('Completed: '.length, -1).split(', '));
    });
  });
});
