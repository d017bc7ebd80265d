import { describe, expect, it } from 'vitest';
import type { Evidence } from '@/lib/contract/failback-launch';
import { describeProblem } from '@/lib/contract/problem-error';
import { type CallEnd, afterCall } from './after-call';

const now = new Date('2026-11-24T10:00:00.000Z');
const answeredDateTime = now.toISOString();
const sentDateTime = '2026-11-24T09:59:59.000Z';
const fresh = { attempts: 1, evidence: null, sentDateTime, firstSentDateTime: null };
const sentAgain = { ...fresh, attempts: 2, evidence: {} as Evidence };
const job = { jobID: 'drsjob-00000000000000001' };
const problem = (code: string, more = {}) =>
  describeProblem({ status: 400, code, title: 'A refusal', detail: '', ...more });
const refused = (code: string, more = {}): CallEnd => ({
  kind: 'refused',
  problem: problem(code, more),
});
const UNSENT = { leaseOwner: null, leaseMilliseconds: null, sentDateTime: null };

describe('after its call a batch', () => {
  it('is accepted with the job that DRS answered with', () => {
    expect(afterCall({ kind: 'accepted', job }, fresh, now)).toEqual({
      transition: 'accept',
      change: { answeredDateTime, jobID: job.jobID, job, problem: null },
    });
  });

  it('waits again, with nothing held against it, when the call was not made', () => {
    expect(afterCall({ kind: 'not-sent' }, fresh, now)).toEqual({
      transition: 'postpone',
      change: UNSENT,
    });
  });

  it.each([
    ['rejected', fresh, 'reject'],
    ['parked when an earlier call of it is in doubt', sentAgain, 'rejectResend'],
  ])('is %s when DRS refuses', (_, batch, transition) => {
    expect(afterCall(refused('drs-access-denied'), batch, now)).toEqual({
      transition,
      change: { answeredDateTime, problem: problem('drs-access-denied') },
    });
  });

  it.each(['drs-timeout', 'drs-conflict', 'drs-throttling', 'drs-quota-exceeded'])(
    'is in doubt when it may have had an effect, whatever was answered (%s)',
    (code) => {
      for (const batch of [fresh, sentAgain]) {
        expect(afterCall({ kind: 'unclear', problem: problem(code) }, batch, now)).toEqual({
          transition: 'loseAnswer',
          change: { answeredDateTime, problem: problem(code) },
        });
      }
    },
  );

  it.each<[code: string, more: object, attempts: number, seconds: number]>([
    ['drs-throttling', {}, 1, 2],
    ['drs-throttling', {}, 4, 16],
    ['drs-throttling', {}, 30, 60],
    ['drs-throttling', { retryAfterSeconds: 7 }, 4, 7],
    ['drs-throttling', { retryAfterSeconds: 86_400 }, 1, 15 * 60],
    ['drs-quota-exceeded', {}, 9, 15],
    ['drs-quota-exceeded', { retryAfterSeconds: 40 }, 1, 40],
  ])('waits after a refusal for now (%s %j, attempt %i): %i s', (code, more, attempts, seconds) => {
    const end = refused(code, more);
    const notBefore = new Date(now.getTime() + seconds * 1_000).toISOString();
    const change = { answeredDateTime, problem: problem(code, more), notBefore };
    for (const batch of [fresh, sentAgain]) {
      expect(afterCall(end, { ...batch, attempts }, now)).toEqual({
        transition: 'postpone',
        change: { ...UNSENT, ...change, firstSentDateTime: sentDateTime },
      });
    }
  });

  it('keeps when the first of its calls left that DRS turned back', () => {
    const firstSentDateTime = '2026-11-24T09:30:00.000Z';
    const batch = { ...fresh, attempts: 2, firstSentDateTime };
    const { change } = afterCall(refused('drs-throttling'), batch, now);
    expect(change).toMatchObject({ firstSentDateTime, sentDateTime: null });
  });
});
