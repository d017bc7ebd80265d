import { describe, expect, it } from 'vitest';
import type { Batch, BatchState } from '@/lib/contract/failback-launch';
import type { JobOutcome, ServerOutcome } from '@/lib/contract/job';
import { judgeLaunch } from './launch';

type Outcome = ServerOutcome['outcome'] | 'unconfirmed';

function server(outcome: Outcome): ServerOutcome {
  const rest = { sentence: '', phases: [] };
  return outcome === 'unconfirmed'
    ? { outcome: 'unknown', unconfirmed: 'launched', ...rest }
    : { outcome, ...rest };
}

function batch(state: BatchState, asked: number, outcomes?: Outcome[]): Batch {
  const isOver = !outcomes?.includes('running');
  const outcome: JobOutcome | null = outcomes
    ? {
        outcome: isOver ? 'unknown' : 'running',
        sentence: '',
        isLogRead: true,
        servers: outcomes.map(server),
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

const judge = (...batches: Batch[]) => judgeLaunch({ batches, paused: null });
const verdict = (...batches: Batch[]) => judge(...batches).outcome;
const sentence = (...batches: Batch[]) => judge(...batches).sentence;

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

  it('is unknown when a server that was asked for is not in the job', () => {
    const short = batch('accepted', 3, ['launched', 'launched']);
    expect(verdict(short)).toBe('unknown');
    expect(sentence(short)).toBe('2 of 3 home, 1 not in the job.');
    const filling = batch('accepted', 3, ['launched', 'running']);
    expect(verdict(filling)).toBe('running');
    expect(sentence(filling)).toBe('1 of 3 home, 2 still running.');
  });

  it('is unknown while the log of a server, which decides, has not been read', () => {
    const unread = batch('accepted', 2, ['launched', 'unconfirmed']);
    expect(verdict(unread)).toBe('unknown');
    expect(sentence(unread)).toBe(
      '1 of 2 home, 1 launched as DRS says but not confirmed by the log.',
    );
  });
});

describe('the sentence of a launch', () => {
  it('counts over all batches and leaves out what is nought', () => {
    expect(
      sentence(batch('accepted', 3, ['launched', 'failed', 'running']), batch('rejected', 2)),
    ).toBe('1 of 5 home, 1 failed, 2 refused, 1 still running.');
    expect(sentence(batch('accepted', 2, ['launched', 'launched']))).toBe('2 of 2 home.');
    expect(sentence(batch('cancelled', 3), batch('dismissed', 1), batch('planned', 25))).toBe(
      '0 of 29 home, 4 cancelled or marked as not needed, 25 waiting for their turn.',
    );
    const paused = { actor: 'Homeward', dateTime: '2026-11-24T10:00:00.000Z' };
    const batches = [batch('accepted', 1, ['launched']), batch('planned', 25)];
    expect(judgeLaunch({ batches, paused }).sentence).toBe('1 of 26 home, 25 waiting, paused.');
    expect(sentence(batch('parked', 4))).toBe('0 of 4 home, 4 with an unknown outcome.');
  });
});
