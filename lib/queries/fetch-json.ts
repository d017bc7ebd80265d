import { ProblemError, problemIn } from '@/lib/contract/problem-error';
import { PLACE_HEADER } from '@/lib/contract/place';
import type { Problem } from '@/lib/contract/problem';
import { notePlace, placeHeaders } from './place';

interface Asked extends RequestInit {
  headers?: Record<string, string>;
  /** How long the whole answer may take, in milliseconds. */
  patience?: number;
}

const PATIENCE = 30_000;

/**
 * Calls our own API. Resolves to the answer; rejects with a ProblemError, also when the console itself is
 * unreachable or hangs. The answer is trusted to follow its contract: the server built it from that very schema.
 */
export async function fetchJSON<Answer>(path: string, init?: Asked): Promise<Answer> {
  const { response, body } = await askConsole(path, init);
  if (response.ok && body !== undefined) return body as Answer;
  throw notAnAnswer(response, body);
}

/** Whatever the console answers, with any status; `body` is undefined when it is no JSON. */
export async function askConsole(
  path: string,
  { patience = PATIENCE, signal: leaving, headers, ...init }: Asked = {},
): Promise<{ response: Response; body: unknown }> {
  const late = AbortSignal.timeout(patience);
  const signal = leaving ? AbortSignal.any([leaving, late]) : late;
  try {
    const response = await fetch(path, {
      cache: 'no-store',
      ...init,
      headers: { ...headers, ...placeHeaders() },
      signal,
    });
    notePlace(response.headers.get(PLACE_HEADER));
    const body: unknown = await response.json().catch(() => signal.throwIfAborted());
    return { response, body };
  } catch (error) {
    if (leaving?.aborted) throw error;
    throw new ProblemError(noAnswer(late.aborted ? HANGS : UNREACHABLE, init.method));
  }
}

/** What to throw for an answer that is not the one asked for. */
export const notAnAnswer = (response: Response, body: unknown) =>
  new ProblemError(isProblem(body) ? body : unreadable(response));

/** The problem behind a failed query. */
export function problemOf(error: Error): Problem {
  return problemIn(error) ?? { ...UNEXPECTED, detail: error.message };
}

/** Whether nobody knows if what was asked for has been done: the answer of the console is missing. */
export function isUnanswered({ code }: Problem): boolean {
  return [UNREACHABLE.code, HANGS.code, UNREADABLE, LAUNCH_UNANSWERED].includes(code);
}

/** The code of a launch that stayed without an answer until it was given up. */
export const LAUNCH_UNANSWERED = 'launch-unanswered';

const UNREACHABLE: Problem = {
  type: 'about:blank',
  title: 'Homeward does not answer',
  status: 0,
  detail: 'The console cannot be reached from this browser.',
  code: 'console-unreachable',
};

const HANGS: Problem = {
  ...UNREACHABLE,
  detail: 'The console has taken the request and does not answer it.',
  code: 'console-timeout',
};

const UNREADABLE = 'unreadable-answer';

const UNEXPECTED: Problem = {
  type: 'about:blank',
  title: 'Something unexpected happened',
  status: 0,
  detail: '',
  code: 'unexpected',
};

/** A request that only reads leaves nothing open when it stays without an answer. */
const noAnswer = (problem: Problem, method = 'GET'): Problem =>
  method === 'GET'
    ? problem
    : { ...problem, detail: `${problem.detail} Whether it has done what was asked is not known.` };

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
