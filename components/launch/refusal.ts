import type { Problem } from '@/lib/contract/problem';
import { isUnanswered } from '@/lib/queries/fetch-json';

/** Whether nothing was launched for certain; a problem may also come after the launch has begun. */
export function isRefusal(problem: Problem): boolean {
  const { status, code, launchID } = problem;
  // A proxy may answer with an error after Homeward has taken the launch.
  if (isUnanswered(problem) || LEFT_OPEN.includes(code)) return false;
  return launchID !== undefined || (status >= 400 && status < 500);
}

/**
 * A launch that failed after it was recorded is sent all the same, and a console that now has other targets cannot
 * know what it answered before.
 */
const LEFT_OPEN = ['launch-on-record', 'place-changed'];
