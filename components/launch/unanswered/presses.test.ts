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
  return import('./presses');
};

beforeEach(() => {
  const kept = new Map<string, string>();
  vi.stubGlobal('sessionStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => kept.set(key, value),
  });
});

it('gives the same launch the same key, after a reload and a newer preview too', async () => {
  const first = (await load()).press(request({ selectionHash: 'a' }), NOW);
  const again = (await load()).press(request({ selectionHash: 'b' }), NOW + 1);
  expect(again.key).toBe(first.key);
  expect(again.pressedAt).toBe(NOW + 1);
});

it('gives another launch another key, and so a further attempt after a clear answer', async () => {
  const { press, endPress } = await load();
  const first = press(request(), NOW);
  expect(press(request({ tags: { wave: '2' } }), NOW).key).not.toBe(first.key);
  endPress(first.key, { state: 'refused', why: 'Not every server can be launched' });
  expect(press(request(), NOW).key).not.toBe(first.key);
});

it('says nothing while the review itself shows the launch', async () => {
  const { press, endPress, noticed } = await load();
  const { key } = press(request(), NOW);
  endPress(key, { state: 'unanswered' });
  expect(noticed()).toEqual([]);
});

it('shows a launch that waits when the review was left, and then what became of it', async () => {
  const { press, endPress, leaveReview, noticed, closeNotice } = await load();
  const { key } = press(request(), NOW);
  leaveReview();
  expect(noticed()).toMatchObject([
    { target: 't', servers: 2, pressedAt: NOW, end: { state: 'waiting' } },
  ]);
  endPress(key, { state: 'on-record', launchID: 'launch-1' });
  expect(noticed()).toMatchObject([{ end: { state: 'on-record', launchID: 'launch-1' } }]);
  closeNotice(key);
  expect(noticed()).toEqual([]);
});

it('shows after a reload that nobody waits for the answer any more, and keeps the key', async () => {
  const { key } = (await load()).press(request(), NOW);
  const { noticed, press } = await load();
  expect(noticed()).toMatchObject([{ key, end: { state: 'unanswered' } }]);
  expect(press(request(), NOW + 5 * HOUR).key).toBe(key);
});

it('lets go of the key with the notice, once what was sent cannot arrive any more', async () => {
  const { key } = (await load()).press(request(), NOW);
  (await load()).closeNotice(key);
  const { closeNotice, noticed, press } = await load();
  expect(noticed()).toEqual([]);
  expect(press(request(), NOW + MINUTE).key).toBe(key);
  closeNotice(key);
  expect(press(request(), NOW + 2 * HOUR).key).not.toBe(key);
});

it('knows a press that repeats an earlier one, and forgets the earlier one with the answer', async () => {
  const { press, endPress } = await load();
  const first = press(request(), NOW);
  expect(first.isRepeated).toBe(false);
  endPress(first.key, { state: 'unanswered' });
  expect(press(request(), NOW + HOUR).isRepeated).toBe(true);
  endPress(first.key, { state: 'on-record', launchID: 'launch-1', isEarlier: true });
  expect(press(request(), NOW + HOUR)).toMatchObject({ isRepeated: false });
});
