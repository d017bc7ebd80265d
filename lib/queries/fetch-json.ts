import { ProblemError, problemIn } from '@/lib/contract/problem-error';
import type { Problem } from '@/lib/contract/problem';

/**
 * Calls our own API. Resolves to the answer; rejects with a ProblemError, also when the console itself is
 * unreachable. The answer is trusted to follow its contract: the server built it from that very schema.
 */
export async function fetchJSON<Answer>(path: string, init?: RequestInit): Promise<Answer> {
  let response: Response;
  try {
    response = await fetch(path, { cache: 'no-store', ...init });
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error;
    throw new ProblemError(CONSOLE_UNREACHABLE);
  }
  const body: unknown = await response.json().catch(() => undefined);
  if (response.ok && body !== undefined) return body as Answer;
  throw new ProblemError(isProblem(body) ? body : unreadable(response));
}

/** The problem behind a failed query. */
export function problemOf(error: Error): Problem {
  return problemIn(error) ?? { ...UNEXPECTED, detail: error.message };
}

/** Whether nobody knows if what was asked for has been done: the answer of the console is missing. */
export function isUnanswered({ code }: Problem): boolean {
  return code === CONSOLE_UNREACHABLE.code || code === UNREADABLE;
}

const CONSOLE_UNREACHABLE: Problem = {
  type: 'about:blank',
  title: 'Homeward does not answer',
  status: 0,
  detail: 'The console cannot be reached from this browser. It is tried again by itself.',
  code: 'console-unreachable',
};

const UNREADABLE = 'unreadable-answer';

const UNEXPECTED: Problem = {
  type: 'about:blank',
  title: 'Something unexpected happened',
  status: 0,
  detail: '',
  code: 'unexpected',
};

function unreadable(response: Response): Problem {
  return {
    type: 'about:blank',
    title: 'The answer could not be read',
    status: response.status,
    detail: `Something between the browser and Homeward answered ${response.status} in a form that is not Homeward's.`,
    code: UNREADABLE,
  };
}

function isProblem(body: unknown): body is Problem {
  return typeof body === 'object' && body !== null && 'code' in body && 'detail' in body;
}
