import { describe, expect, it } from 'vitest';
import type { Batch, BatchState } from '@/lib/contract/failback-launch';
import type { JobOutcome, ServerOutcome } from '@/lib/contract/job';
import { judgeLaunch, launchSentence, tallyLaunch } from './launch-verdict';

function batch(state: BatchState, asked: number, outcomes?: ServerOutcome['outcome'][]): Batch {
  const outcome: JobOutcome | null = outcomes
    ? {
        outcome: 'running',
        sentence: '',
        servers: outcomes.map((one) => ({ outcome: one, sentence: '', phases: [] })),
        networks: [],
      }
    : null;
  return {
    number: 1,
    version: 1,
    attempts: 1,
    waiting: null,
    evidence: null,
    state,
    recoveryInstanceIDs: Array.from({ length: asked }, (_, index) => `i-${index}`),
    sentDateTime: null,
    answeredDateTime: null,
    jobID: null,
    job: null,
    outcome,
    problem: null,
  };
}

const verdict = (...batches: Batch[]) => judgeLaunch({ batches });
const sentence = (...batches: Batch[]) => launchSentence(tallyLaunch({ batches }));

describe('the verdict on a launch', () => {
  it('is a success only when every server is home', () => {
    expect(verdict(batch('accepted', 2, ['launched', 'launched']))).toBe('succeeded');
    expect(verdict(batch('accepted', 2, ['launched', 'failed']))).toBe('partly-failed');
    expect(verdict(batch('accepted', 2, ['launched', 'skipped']))).toBe('partly-failed');
    expect(verdict(batch('accepted', 1, ['failed']))).toBe('failed');
    expect(verdict(batch('rejected', 3))).toBe('failed');
    expect(verdict(batch('cancelled', 2), batch('dismissed', 1))).toBe('cancelled');
    expect(verdict(batch('accepted', 1, ['launched']), batch('cancelled', 1))).toBe(
      'partly-failed',
    );
  });

  it('is running while a server crosses or a batch waits', () => {
    expect(verdict(batch('accepted', 2, ['failed', 'running']))).toBe('running');
    expect(verdict(batch('planned', 2))).toBe('running');
    expect(verdict(batch('parked', 2), batch('planned', 2))).toBe('running');
    expect(verdict(batch('accepted', 2))).toBe('running');
  });

  it('is unknown when a batch has no clear answer or a server an unknown status', () => {
    expect(verdict(batch('parked', 2))).toBe('unknown');
    expect(verdict(batch('unknown', 2), batch('accepted', 1, ['launched']))).toBe('unknown');
    expect(verdict(batch('accepted', 1, ['unknown']))).toBe('unknown');
    expect(verdict()).toBe('unknown');
  });
});

describe('the sentence of a launch', () => {
  it('counts over all batches and leaves out what is nought', () => {
    expect(
      sentence(batch('accepted', 3, ['launched', 'failed', 'running']), batch('rejected', 2)),
    ).toBe('1 of 5 home, 1 failed, 2 refused, 1 still crossing.');
    expect(sentence(batch('accepted', 2, ['launched', 'launched']))).toBe('2 of 2 home.');
    expect(sentence(batch('cancelled', 3), batch('dismissed', 1), batch('planned', 25))).toBe(
      '0 of 29 home, 4 given up, 25 waiting for their turn.',
    );
    expect(sentence(batch('parked', 4))).toBe('0 of 4 home, 4 with an unknown outcome.');
  });
});
