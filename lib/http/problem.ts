import type { Problem } from '@/lib/contract/problem';
import { describeProblem, problemIn } from '@/lib/contract/problem-error';

/** The problem document for anything that the making of an answer may throw. */
export function toProblem(error: unknown): Problem {
  const carried = problemIn(error);
  if (carried) return carried;
  return describeProblem({
    status: 500,
    code: 'internal-error',
    title: 'Homeward made a mistake',
    detail: 'This is a fault of Homeward, not of your request. Its log says more.',
  });
}
