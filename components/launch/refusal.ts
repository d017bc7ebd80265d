import type { Problem } from '@/lib/contract/problem';
import { isUnanswered } from '@/lib/queries/fetch-json';

/** Whether a problem says for certain that nothing was launched; Homeward may fail after it has begun. */
export function isRefusal(problem: Problem): boolean {
  const { status, code, launchID } = problem;
  // Whatever a proxy answers, Homeward may have taken the launch before.
  if (isUnanswered(problem) || code === ON_RECORD) return false;
  return launchID !== undefined || (status >= 400 && status < 500);
}

/** The code of a launch that failed once it was on record: it is sent, or was sent, all the same. */
const ON_RECORD = 'launch-on-record';
