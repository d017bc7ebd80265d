import { useSyncExternalStore } from 'react';
import type { FailbackLaunchRequest } from '@/lib/contract/failback-launch';

/** What is known of a launch that was pressed. */
export type PressEnd =
  | { state: 'waiting' }
  /** Nobody waits for the answer any more; with an id it is on record, and may have been sent. */
  | { state: 'unanswered'; launchID?: string }
  /** `isEarlier`: the answer is to an earlier press of the same launch, and this one has sent nothing. */
  | { state: 'on-record'; launchID: string; isEarlier?: boolean }
  | { state: 'refused'; why: string; isEarlier?: boolean };

/** One press of the button that launches, for one target. */
export interface Press {
  /** The Idempotency-Key of this very launch. */
  key: string;
  /** What it asks for, as text to compare. */
  content: string;
  target: string;
  servers: number;
  /** In milliseconds since the epoch. */
  pressedAt: number;
  /** Whether an earlier press under this key has had no clear answer; then the answer may be to that one. */
  isRepeated: boolean;
  end: PressEnd;
  /** Who tells of it: the review it was pressed in, a notice once that was left, or nobody any more. */
  teller: 'review' | 'notice' | 'nobody';
}

/** It lives in the session of the tab: after a reload the same launch still has the same key. */
const STORAGE_KEY = 'homeward:presses';
const NONE: readonly Press[] = [];

let presses: readonly Press[] | undefined;
let shown: readonly Press[] = NONE;
const listeners = new Set<() => void>();

/**
 * Takes down that a launch was pressed. A double press, a reload or a lost answer finds the same key again, so that
 * the server repeats nothing; another selection or other tags are another launch. A newer preview of the same is not.
 * However late, pressing again asks under the same key: were the earlier launch on record, a new key could launch twice.
 */
export function press(request: FailbackLaunchRequest, pressedAt: number): Press {
  const content = JSON.stringify({ ...request, selectionHash: undefined });
  const kept = current().filter((one) => !isForgotten(one, pressedAt));
  const earlier = kept.find((one) => one.content === content);
  const pressed: Press = {
    key: earlier?.key ?? newKey(),
    content,
    target: request.target,
    servers: request.recoveryInstanceIDs.length,
    pressedAt,
    isRepeated: earlier !== undefined,
    end: { state: 'waiting' },
    teller: 'review',
  };
  write([...kept.filter(({ key }) => key !== pressed.key), pressed]);
  return pressed;
}

/** A launch is sent for two minutes and each request has half a minute, so nothing arrives later, in milliseconds. */
const ARRIVES_WITHIN = 5 * 60_000;

/** A closed notice lets go of its key, but not while what was sent under it may still arrive. */
function isForgotten({ teller, pressedAt }: Press, now: number): boolean {
  return teller === 'nobody' && now >= pressedAt + ARRIVES_WITHIN;
}

/** Takes down what became of a press. After a clear answer a further attempt is a launch of its own. */
export function endPress(key: string, end: PressEnd) {
  const isClear = end.state !== 'unanswered';
  write(
    current().flatMap((one) => {
      if (one.key !== key) return one;
      if (isClear && one.teller === 'review') return [];
      // The key goes with what it was for.
      return { ...one, end, content: isClear ? '' : one.content };
    }),
  );
}

/** From now on a notice tells of what the review has shown so far. */
export function leaveReview() {
  write(current().map((one) => (one.teller === 'review' ? { ...one, teller: 'notice' } : one)));
}

/** Somebody has read it. */
export function closeNotice(key: string) {
  write(current().map((one) => (one.key === key ? { ...one, teller: 'nobody' } : one)));
}

/** The presses that a notice has to tell of. */
export function noticed(): readonly Press[] {
  current();
  return shown;
}

export const useNoticed = (): readonly Press[] =>
  useSyncExternalStore(subscribe, noticed, () => NONE);

function subscribe(listener: () => void) {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function current(): readonly Press[] {
  if (!presses) take(read().map(afterReload));
  return presses ?? NONE;
}

/** The page that waited for the answer is gone. */
function afterReload(one: Press): Press {
  const end = one.end.state === 'waiting' ? ({ state: 'unanswered' } as const) : one.end;
  return { ...one, end, teller: one.teller === 'review' ? 'notice' : one.teller };
}

function take(next: readonly Press[]) {
  presses = next;
  shown = next.filter(({ teller }) => teller === 'notice');
}

function write(next: readonly Press[]) {
  take(next);
  for (const listener of listeners) listener();
  try {
    sessionStorage.setItem(STORAGE_KEY, JSON.stringify(next));
  } catch {
    // A browser that keeps nothing forgets the key with a reload; held servers still protect.
  }
}

function read(): Press[] {
  try {
    return (JSON.parse(sessionStorage.getItem(STORAGE_KEY) ?? '[]') as Press[]) ?? [];
  } catch {
    return [];
  }
}

function newKey() {
  // randomUUID is absent where the console is served by plain HTTP under another name than localhost.
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
