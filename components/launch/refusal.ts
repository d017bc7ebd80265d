import type { Problem } from '@/lib/contract/problem';
import { isUnanswered } from '@/lib/queries/fetch-json';

/** Whether a problem says for certain that nothing was launched; Homeward may fail after it has begun. */
export function isRefusal(problem: Problem): boolean {
  const { status, code, launchID } = problem;
  // Whatever a proxy answers, Homeward may have taken the launch before.
  if (isUnanswered(problem) || LEFT_OPEN.includes(code)) return false;
  return launchID !== undefined || (status >= 400 && status < 500);
}

/**
 * A launch that failed once it was on record is sent, or was sent, all the same; and a console that has moved to another
 * place does not know what it answered before.
 */
const LEFT_OPEN = ['launch-on-record', 'place-changed'];
