import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BATCH_STATE_NAMES } from '@/lib/contract/batch-states';
import type { Evidence } from '@/lib/contract/failback-launch';
import { describeProblem } from '@/lib/contract/problem-error';
import { transitionOf } from '@/lib/store/transitions';
import { type Conclusion, type Observation, conclude, firstCallOf } from './conclude';

const LEASE = 7_500;
const SETTLE = 20_000;
const sentDateTime = '2026-11-24T10:00:00.000Z';
const job = { jobID: 'drsjob-00000000000000001' };
const problemOf = (status: number) =>
  describeProblem({ status, code: 'any', title: 'Any', detail: '' });
const timeout = problemOf(504);
const conflict = problemOf(409);

const batch = (change: Partial<Observation['batch']> = {}): Observation['batch'] => ({
  state: 'unknown',
  problem: timeout,
  leaseMilliseconds: LEASE,
  evidence: null,
  sentDateTime,
  ...change,
});
/** Nothing was found of it, although everything has settled and its servers were asked. */
const observation = (change: Partial<Observation> = {}): Observation => ({
  batch: batch(),
  job: null,
  isTaken: false,
  isAmbiguous: false,
  elapsed: SETTLE,
  settle: SETTLE,
  looks: 2,
  wereServersAsked: true,
  ...change,
});
const EARLIER = '2026-11-24T09:30:00.000Z';
const ofEarlierCall = { sentDateTime: EARLIER } as Evidence;
const ofThisCall = { sentDateTime } as Evidence;

it.each([
  ['the one under way', { sentDateTime }, sentDateTime],
  ['one that was turned back', { sentDateTime, firstSentDateTime: EARLIER }, EARLIER],
  ['one whose answer was lost', { sentDateTime, evidence: ofEarlierCall }, EARLIER],
  ['none', {}, null],
])('a job is looked for since the first call that may have begun it: %s', (_, change, since) => {
  const unsent = { evidence: null, sentDateTime: null, firstSentDateTime: null };
  expect(firstCallOf({ ...unsent, ...change })).toBe(since);
});

describe('a look at a batch in doubt', () => {
  it.each(['sending', 'unknown', 'parked', 'planned'] as const)(
    'that finds its job ends the doubt (%s)',
    (state) => {
      const seen = observation({
        batch: batch({ state }),
        job,
        isTaken: true,
        elapsed: 0,
        looks: 1,
      });
      expect(conclude(seen)).toEqual({ kind: 'found', job });
      expect(transitionOf('find').from).toContain(state);
    },
  );

  it.each<[string, Partial<Observation>, Conclusion]>([
    [
      'waits for the answer as long as its owner may take',
      { batch: batch({ state: 'sending' }), elapsed: LEASE - 1 },
      { kind: 'wait' },
    ],
    [
      'gives up on the answer after that',
      { batch: batch({ state: 'sending' }), elapsed: LEASE },
      { kind: 'unanswered', transition: 'giveUpOnAnswer' },
    ],
    ['leaves a parked one to a person', { batch: batch({ state: 'parked' }) }, { kind: 'wait' }],
    ['leaves one in the queue there', { batch: batch({ state: 'planned' }) }, { kind: 'wait' }],
    [
      'looks again while a job may still come to light',
      { elapsed: SETTLE - 1, wereServersAsked: false },
      { kind: 'look-again' },
    ],
    [
      'asks the servers before it says that there is none',
      { wereServersAsked: false },
      { kind: 'ask-servers' },
    ],
    ['says nothing after one look', { looks: 1 }, { kind: 'look-again' }],
    ['leaves to a person what it cannot find', {}, { kind: 'uncertain', transition: 'park' }],
    [
      'proves nothing by servers that another job has, unless DRS spoke of a conflict',
      { isTaken: true },
      { kind: 'uncertain', transition: 'park' },
    ],
    [
      'takes a conflict for a refusal when another job has the servers, however early',
      { batch: batch({ problem: conflict }), isTaken: true, elapsed: 0, looks: 1 },
      { kind: 'taken', transition: 'concludeRefused' },
    ],
    [
      'takes a conflict for a refusal when there is no job at all',
      { batch: batch({ problem: conflict, evidence: ofThisCall }) },
      { kind: 'refused', transition: 'concludeRefused' },
    ],
    [
      'is as much in doubt as before about an earlier call when another job has the servers',
      { batch: batch({ problem: conflict, evidence: ofEarlierCall }), isTaken: true },
      { kind: 'taken', transition: 'park' },
    ],
    [
      'is as much in doubt as before about an earlier call when there is no job',
      { batch: batch({ problem: conflict, evidence: ofEarlierCall }) },
      { kind: 'refused', transition: 'park' },
    ],
    [
      'takes no conflict for a refusal while there is a job that may be its own',
      { batch: batch({ problem: conflict }), isAmbiguous: true },
      { kind: 'uncertain', transition: 'park' },
    ],
    [
      'leaves to a person what DRS turned back while there is a job that may be its own',
      { batch: batch({ state: 'planned' }), isAmbiguous: true, elapsed: 0, looks: 1 },
      { kind: 'uncertain', transition: 'parkPostponed' },
    ],
    [
      'lets a person send again who has seen that there is such a job',
      { batch: batch({ state: 'planned', evidence: ofThisCall }), isAmbiguous: true },
      { kind: 'wait' },
    ],
    [
      'waits with a conflict, too, until a job would be listed',
      { batch: batch({ problem: conflict }), elapsed: SETTLE - 1 },
      { kind: 'look-again' },
    ],
  ])('%s', (_, change, conclusion) => {
    expect(conclude(observation(change))).toEqual(conclusion);
  });

  it('concludes nothing that the batch could not become from where it stands, and never that it be sent', () => {
    const seen = fc.record({
      batch: fc.record({
        state: fc.constantFrom(...BATCH_STATE_NAMES),
        problem: fc.constantFrom(null, timeout, conflict),
        leaseMilliseconds: fc.constantFrom(null, LEASE),
        evidence: fc.constantFrom(null, ofThisCall, ofEarlierCall),
        sentDateTime: fc.constantFrom(null, sentDateTime),
      }),
      job: fc.constant(null),
      isTaken: fc.boolean(),
      isAmbiguous: fc.boolean(),
      elapsed: fc.constantFrom(0, LEASE, SETTLE),
      settle: fc.constant(SETTLE),
      looks: fc.integer({ min: 1, max: 3 }),
      wereServersAsked: fc.boolean(),
    });
    fc.assert(
      fc.property(seen, (one) => {
        const conclusion = conclude(one);
        if (!('transition' in conclusion)) return;
        const { from, to } = transitionOf(conclusion.transition);
        expect(from).toContain(one.batch.state);
        expect(['unknown', 'rejected', 'parked']).toContain(to);
      }),
      { numRuns: 1_000 },
    );
  });
});
