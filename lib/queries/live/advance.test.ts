import { expect, it } from 'vitest';
import type { StreamEvent } from '@/lib/contract/event';
import { describeProblem } from '@/lib/contract/problem-error';
import { advance } from './advance';

const topic = '/api/jobs?target=t';
const known = { sequence: 5, asOf: 'then', jobs: [{ jobID: 'a' }] };

const patchFrom = (from: number, sequence: number): StreamEvent => ({
  kind: 'patch',
  topic,
  from,
  sequence,
  patch: [
    { op: 'replace', path: '/asOf', value: 'now' },
    { op: 'replace', path: '/sequence', value: sequence },
  ],
});
const snapshot = (sequence: number): StreamEvent => ({
  kind: 'snapshot',
  topic,
  sequence,
  answer: { asOf: 'now', jobs: [] },
});

it('takes a patch that follows on what is known, and keeps what it does not touch', () => {
  const next = advance(known, patchFrom(5, 6));
  expect(next).toEqual({ ...known, asOf: 'now', sequence: 6 });
  expect(next).toHaveProperty('jobs', known.jobs);
});

it('keeps the newer answer against an older event', () => {
  expect(advance(known, patchFrom(3, 4))).toBe(known);
  expect(advance(known, snapshot(5))).toBe(known);
});

it('takes a newer snapshot, and any when nothing is known', () => {
  expect(advance(known, snapshot(9))).toMatchObject({ sequence: 9, jobs: [] });
  expect(advance(undefined, snapshot(1))).toMatchObject({ sequence: 1 });
});

it('has the answer asked for when something in between was missed', () => {
  expect(advance(known, patchFrom(6, 7))).toBeUndefined();
  expect(advance(known, { kind: 'current', topic, sequence: 6 })).toBeUndefined();
  const misfit: StreamEvent = {
    kind: 'patch',
    topic,
    from: 5,
    sequence: 6,
    patch: [{ op: 'remove', path: '/jobs/9' }],
  };
  expect(advance(known, misfit)).toBeUndefined();
});

it('has the answer asked for when there is none any more, so that the reason is told', () => {
  const problem = describeProblem({ status: 404, code: 'x', title: 'x', detail: 'x' });
  expect(advance(known, { kind: 'problem', topic, problem })).toBeUndefined();
});
