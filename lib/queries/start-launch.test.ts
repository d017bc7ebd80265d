import { QueryClient, focusManager } from '@tanstack/react-query';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { isUnanswered, problemOf } from './fetch-json';
import { type StartLaunch, startLaunchMutation, untilOf } from './start-launch';

const PRESSED = Date.parse('2026-11-24T04:00:00Z');
const MINUTE = 60_000;

let answers: () => Promise<Response>;
let posts: number;

beforeEach(() => {
  vi.useFakeTimers({ now: PRESSED });
  posts = 0;
  vi.stubGlobal('fetch', () => {
    posts += 1;
    return answers();
  });
});
afterEach(() => {
  focusManager.setFocused(undefined);
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const refuseConnections = () => Promise.reject(new TypeError('Failed to fetch'));
const accept = async () => Response.json({ launchID: 'launch-1' }, { status: 202 });

/** Presses the button; `leave` does what leaving its page does. */
function press() {
  const leaving = new AbortController();
  const launch: StartLaunch = {
    request: {
      target: 't',
      recoveryInstanceIDs: ['i-1'],
      tags: {},
      acceptCaution: false,
      withoutTags: false,
    },
    idempotencyKey: 'key',
    until: untilOf(PRESSED),
    leaving: leaving.signal,
  };
  const client = new QueryClient();
  // From then on it hears that its tab is shown again.
  client.mount();
  const mutation = client.getMutationCache().build(client, startLaunchMutation());
  const ended = mutation.execute(launch).catch((error: Error) => problemOf(error));
  return { ended, leave: () => leaving.abort() };
}

it('sends a launch again until it is answered', async () => {
  answers = refuseConnections;
  const { ended } = press();
  await vi.advanceTimersByTimeAsync(20_000);
  answers = accept;
  await vi.advanceTimersByTimeAsync(10_000);
  expect(await ended).toMatchObject({ launch: { launchID: 'launch-1' }, isReplayed: false });
});

it('tells an answer that was given before from a new one', async () => {
  const headers = { 'Idempotent-Replayed': 'true' };
  answers = async () => Response.json({ launchID: 'launch-1' }, { status: 202, headers });
  expect(await press().ended).toMatchObject({ launch: { launchID: 'launch-1' }, isReplayed: true });
  const refused = { code: 'drs-access-denied', detail: '', status: 403, launchID: 'launch-1' };
  answers = async () => Response.json(refused, { status: 403, headers });
  expect(await press().ended).toMatchObject({ problem: refused, isReplayed: true });
});

it('takes a refusal for an answer, and does not send it again', async () => {
  const refused = { code: 'not-ready', detail: 'Not every server is ready.', status: 409 };
  answers = async () => Response.json(refused, { status: 409 });
  expect(await press().ended).toMatchObject({ problem: refused, isReplayed: false });
  expect(posts).toBe(1);
});

it('sends nothing any more two minutes after the press, and says that nobody knows', async () => {
  answers = refuseConnections;
  const { ended } = press();
  await vi.advanceTimersByTimeAsync(2 * MINUTE + 10_000);
  const sent = posts;
  answers = accept;
  await vi.advanceTimersByTimeAsync(60 * MINUTE);
  const problem = await ended;
  expect('code' in problem && isUnanswered(problem)).toBe(true);
  expect(problem).toMatchObject({ code: 'launch-unanswered' });
  expect(posts).toBe(sent);
});

it('sends nothing when its tab is shown again an hour after the press', async () => {
  answers = refuseConnections;
  const { ended } = press();
  await vi.advanceTimersByTimeAsync(5_000);
  focusManager.setFocused(false);
  await vi.advanceTimersByTimeAsync(70 * MINUTE);
  const sent = posts;
  answers = accept;
  focusManager.setFocused(true);
  await vi.advanceTimersByTimeAsync(MINUTE);
  expect(await ended).toMatchObject({ code: 'launch-unanswered' });
  expect(posts).toBe(sent);
});

it('sends nothing after its page was left', async () => {
  answers = refuseConnections;
  const { ended, leave } = press();
  await vi.advanceTimersByTimeAsync(5_000);
  leave();
  const sent = posts;
  answers = accept;
  await vi.advanceTimersByTimeAsync(MINUTE);
  expect(await ended).toMatchObject({ code: 'launch-unanswered' });
  expect(posts).toBe(sent);
});

it('takes the answer to what was under way when its page was left', async () => {
  let answer: (response: Response) => void = () => undefined;
  answers = () =>
    new Promise((resolve) => {
      answer = resolve;
    });
  const { ended, leave } = press();
  await vi.advanceTimersByTimeAsync(1_000);
  leave();
  answer(await accept());
  await vi.advanceTimersByTimeAsync(1_000);
  expect(await ended).toMatchObject({ launch: { launchID: 'launch-1' } });
});
