import type { Problem } from './problem';

/** A problem document on its way to whoever asked. */
export class ProblemError extends Error {
  /** The cause is for the log of the server; whoever asked is not told of it. */
  constructor(
    readonly problem: Problem,
    cause?: unknown,
  ) {
    super(problem.detail, { cause });
    this.name = 'ProblemError';
  }
}

/**
 * The problem an error carries, if it carries one. The class itself is no proof: Next bundles handlers and
 * instrumentation apart, and each bundle has a class of its own.
 */
export function problemIn(error: unknown): Problem | undefined {
  const isProblem = error instanceof Error && error.name === 'ProblemError' && 'problem' in error;
  return isProblem ? (error.problem as Problem) : undefined;
}

/** Completes a problem document: its type follows from its code. */
export function describeProblem(problem: Omit<Problem, 'type'>): Problem {
  return { type: `urn:homeward:problem:${problem.code}`, ...problem };
}

/** An error to throw for a request that cannot be done as asked. */
export function refusal(problem: Omit<Problem, 'type'>, cause?: unknown): ProblemError {
  return new ProblemError(describeProblem(problem), cause);
}
