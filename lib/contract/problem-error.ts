import type { Problem } from './problem';

/** A problem document on its way to whoever asked. */
export class ProblemError extends Error {
  constructor(readonly problem: Problem) {
    super(problem.detail);
    this.name = 'ProblemError';
  }
}

/** Completes a problem document: its type follows from its code. */
export function describeProblem(problem: Omit<Problem, 'type'>): Problem {
  return { type: `urn:homeward:problem:${problem.code}`, ...problem };
}

/** An error to throw for a request that cannot be done as asked. */
export function refusal(problem: Omit<Problem, 'type'>): ProblemError {
  return new ProblemError(describeProblem(problem));
}
