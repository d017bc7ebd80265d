import { useSyncExternalStore } from 'react';
import type { FailbackLaunchRequest } from '@/lib/contract/failback-launch';

/** What is known of a launch that was pressed. */
export type AttemptEnd =
  | { state: 'waiting' }
  /** Nobody waits for the answer any more; with an id it is on record, and may have been sent. */
  | { state: 'unanswered'; launchID?: string }
  /** `isEarlier`: the answer is to an earlier press of the same launch, and this one has sent nothing. */
  | { state: 'on-record'; launchID: string; isEarlier?: boolean }
  | { state: 'refused'; why: string; isEarlier?: boolean };

/** One press of the button that launches, for one target. */
export interface LaunchAttempt {
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
  end: AttemptEnd;
  /** The review shows it while it is open, then a notice does, until somebody closes it. */
  shownBy: 'review' | 'notice' | 'nobody';
}

/** Attempts are kept in the session of the tab, so that after a reload the same launch still has the same key. */
const STORAGE_KEY = 'homeward:launch-attempts';
const NONE: readonly LaunchAttempt[] = [];

let attempts: readonly LaunchAttempt[] | undefined;
let shown: readonly LaunchAttempt[] = NONE;
const listeners = new Set<() => void>();

/**
 * Records that a launch was pressed. A double press, a reload or a lost answer finds the same key again, so that
 * the server repeats nothing; another selection or other tags are another launch. A newer preview of the same is not.
 * However late, pressing again asks under the same key: were the earlier launch on record, a new key could launch twice.
 */
export function recordAttempt(request: FailbackLaunchRequest, pressedAt: number): LaunchAttempt {
  const content = JSON.stringify({ ...request, selectionHash: undefined });
  const kept = current().filter((one) => !isForgotten(one, pressedAt));
  const earlier = kept.find((one) => one.content === content);
  const attempt: LaunchAttempt = {
    key: earlier?.key ?? newKey(),
    content,
    target: request.target,
    servers: request.recoveryInstanceIDs.length,
    pressedAt,
    isRepeated: earlier !== undefined,
    end: { state: 'waiting' },
    shownBy: 'review',
  };
  write([...kept.filter(({ key }) => key !== attempt.key), attempt]);
  return attempt;
}

/** A launch is sent for two minutes and each request has half a minute, so nothing arrives later, in milliseconds. */
const ARRIVES_WITHIN = 5 * 60_000;

/** A closed notice lets go of its key, but not while what was sent under it may still arrive. */
function isForgotten({ shownBy, pressedAt }: LaunchAttempt, now: number): boolean {
  return shownBy === 'nobody' && now >= pressedAt + ARRIVES_WITHIN;
}

/** Records what became of an attempt. After a clear answer a further attempt is a launch of its own. */
export function endAttempt(key: string, end: AttemptEnd) {
  const isClear = end.state !== 'unanswered';
  write(
    current().flatMap((one) => {
      if (one.key !== key) return one;
      if (isClear && one.shownBy === 'review') return [];
      // Without its content it is not found again, so the key is not used again.
      return { ...one, end, content: isClear ? '' : one.content };
    }),
  );
}

/** Lets notices show what the review has shown so far. */
export function leaveReview() {
  write(current().map((one) => (one.shownBy === 'review' ? { ...one, shownBy: 'notice' } : one)));
}

/** Ends the showing of an attempt. */
export function closeNotice(key: string) {
  write(current().map((one) => (one.key === key ? { ...one, shownBy: 'nobody' } : one)));
}

/** The attempts that notices show. */
export function noticedAttempts(): readonly LaunchAttempt[] {
  current();
  return shown;
}

export const useNoticedAttempts = (): readonly LaunchAttempt[] =>
  useSyncExternalStore(subscribe, noticedAttempts, () => NONE);

function subscribe(listener: () => void) {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function current(): readonly LaunchAttempt[] {
  if (!attempts) take(read().map(afterReload));
  return attempts ?? NONE;
}

/** After a reload nobody waits for the answer any more. */
function afterReload(one: LaunchAttempt): LaunchAttempt {
  const end = one.end.state === 'waiting' ? ({ state: 'unanswered' } as const) : one.end;
  return { ...one, end, shownBy: one.shownBy === 'review' ? 'notice' : one.shownBy };
}

function take(next: readonly LaunchAttempt[]) {
  attempts = next;
  shown = next.filter(({ shownBy }) => shownBy === 'notice');
}

function write(next: readonly LaunchAttempt[]) {
  take(next);
  for (const listener of listeners) listener();
  try {
    sessionStorage.setItem(STORAGE_KEY, JSON.stringify(next));
  } catch {
    // A browser that keeps nothing forgets the key with a reload; held servers still protect.
  }
}

function read(): LaunchAttempt[] {
  try {
    return (JSON.parse(sessionStorage.getItem(STORAGE_KEY) ?? '[]') as LaunchAttempt[]) ?? [];
  } catch {
    return [];
  }
}

function newKey() {
  // randomUUID is absent where the console is served by plain HTTP under another name than localhost.
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
