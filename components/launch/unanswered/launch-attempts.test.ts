import { beforeEach, expect, it, vi } from 'vitest';
import type { FailbackLaunchRequest } from '@/lib/contract/failback-launch';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const NOW = Date.parse('2026-11-24T04:00:00Z');

const request = (more: Partial<FailbackLaunchRequest> = {}): FailbackLaunchRequest => ({
  target: 't',
  recoveryInstanceIDs: ['i-1', 'i-2'],
  tags: {},
  acceptCaution: false,
  withoutTags: false,
  ...more,
});

/** The module as a page has it that was just loaded; the session of the tab outlives it. */
const load = async () => {
  vi.resetModules();
  return import('./launch-attempts');
};

beforeEach(() => {
  const kept = new Map<string, string>();
  vi.stubGlobal('sessionStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => kept.set(key, value),
  });
});

it('gives the same launch the same key, after a reload and a newer preview too', async () => {
  const first = (await load()).recordAttempt(request({ selectionHash: 'a' }), NOW);
  const again = (await load()).recordAttempt(request({ selectionHash: 'b' }), NOW + 1);
  expect(again.key).toBe(first.key);
  expect(again.pressedAt).toBe(NOW + 1);
});

it('gives another launch another key, and so a further attempt after a clear answer', async () => {
  const { recordAttempt, endAttempt } = await load();
  const first = recordAttempt(request(), NOW);
  expect(recordAttempt(request({ tags: { wave: '2' } }), NOW).key).not.toBe(first.key);
  endAttempt(first.key, { state: 'refused', why: 'Not every server can be launched' });
  expect(recordAttempt(request(), NOW).key).not.toBe(first.key);
});

it('says nothing while the review itself shows the launch', async () => {
  const { recordAttempt, endAttempt, noticedAttempts } = await load();
  const { key } = recordAttempt(request(), NOW);
  endAttempt(key, { state: 'unanswered' });
  expect(noticedAttempts()).toEqual([]);
});

it('shows a launch that waits when the review was left, and then what became of it', async () => {
  const { recordAttempt, endAttempt, leaveReview, noticedAttempts, closeNotice } = await load();
  const { key } = recordAttempt(request(), NOW);
  leaveReview();
  expect(noticedAttempts()).toMatchObject([
    { target: 't', servers: 2, pressedAt: NOW, end: { state: 'waiting' } },
  ]);
  endAttempt(key, { state: 'on-record', launchID: 'launch-1' });
  expect(noticedAttempts()).toMatchObject([{ end: { state: 'on-record', launchID: 'launch-1' } }]);
  closeNotice(key);
  expect(noticedAttempts()).toEqual([]);
});

it('shows after a reload that nobody waits for the answer any more, and keeps the key', async () => {
  const { key } = (await load()).recordAttempt(request(), NOW);
  const { noticedAttempts, recordAttempt } = await load();
  expect(noticedAttempts()).toMatchObject([{ key, end: { state: 'unanswered' } }]);
  expect(recordAttempt(request(), NOW + 5 * HOUR).key).toBe(key);
});

it('lets go of the key with the notice, once what was sent cannot arrive any more', async () => {
  const { key } = (await load()).recordAttempt(request(), NOW);
  (await load()).closeNotice(key);
  const { closeNotice, noticedAttempts, recordAttempt } = await load();
  expect(noticedAttempts()).toEqual([]);
  expect(recordAttempt(request(), NOW + MINUTE).key).toBe(key);
  closeNotice(key);
  expect(recordAttempt(request(), NOW + 2 * HOUR).key).not.toBe(key);
});

it('knows a press that repeats an earlier one, and forgets the earlier one with the answer', async () => {
  const { recordAttempt, endAttempt } = await load();
  const first = recordAttempt(request(), NOW);
  expect(first.isRepeated).toBe(false);
  endAttempt(first.key, { state: 'unanswered' });
  expect(recordAttempt(request(), NOW + HOUR).isRepeated).toBe(true);
  endAttempt(first.key, { state: 'on-record', launchID: 'launch-1', isEarlier: true });
  expect(recordAttempt(request(), NOW + HOUR)).toMatchObject({ isRepeated: false });
});
