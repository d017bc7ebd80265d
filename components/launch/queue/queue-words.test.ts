import { expect, it } from 'vitest';
import type { Batch } from '@/lib/contract/failback-launch';
import { describeQueue, standing } from './queue-words';

const batch = (more: Partial<Batch>) =>
  ({ state: 'planned', waiting: null, outcome: null, problem: null, ...more }) as Batch;
const waiting = (position: number) =>
  batch({
    waiting: { position, reason: 'jobs', sentence: 'All 20 jobs are taken.', notBefore: null },
  });
const paused = { actor: 'Alice', dateTime: '2026-11-24T10:00:00Z' };

it('tells the place in the queue and what is waited for', () => {
  expect(standing(waiting(1))).toBe('Next. All 20 jobs are taken.');
  expect(standing(waiting(7))).toBe('Number 7 in the queue. All 20 jobs are taken.');
});

it('tells what became of a job, or why there is none', () => {
  const outcome = { sentence: 'Completed: 2 launched.' } as Batch['outcome'];
  expect(standing(batch({ state: 'accepted', outcome }))).toBe('Completed: 2 launched.');
  const problem = { type: '', title: '', status: 403, detail: 'Not allowed.', code: '' };
  expect(standing(batch({ state: 'rejected', problem }))).toBe('Not allowed.');
  expect(standing(batch({ state: 'cancelled' }))).toContain('Cancelled before it was sent');
});

it('tells how the queue goes on', () => {
  const sent = batch({ state: 'accepted' });
  expect(describeQueue({ batches: [sent], paused: null })).toContain('No batch waits');
  expect(describeQueue({ batches: [sent, waiting(1)], paused: null })).toBe(
    '1 batch waits and is sent by itself as jobs end.',
  );
  expect(describeQueue({ batches: [waiting(1), waiting(2)], paused })).toContain(
    '2 batches wait until somebody resumes',
  );
});
