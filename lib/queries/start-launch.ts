import { mutationOptions } from '@tanstack/react-query';
import type { FailbackLaunch, FailbackLaunchRequest } from '@/lib/contract/failback-launch';
import type { Problem } from '@/lib/contract/problem';
import { ProblemError } from '@/lib/contract/problem-error';
import { REPLAYED_HEADER } from '@/lib/contract/replayed';
import { LAUNCH_UNANSWERED, askConsole, isUnanswered, notAnAnswer, problemOf } from './fetch-json';
import { post } from './post';

export const START_LAUNCH = ['start-launch'];

/** How long after the press an unanswered launch may still be sent again, in milliseconds. */
const REPEATED_FOR = 2 * 60_000;

export interface StartLaunch {
  request: FailbackLaunchRequest;
  idempotencyKey: string;
  /** Nothing is sent from this moment on, in milliseconds since the epoch. */
  until: number;
  /** Aborted when the page is left on which the button was pressed. */
  leaving: AbortSignal;
}

/** What was answered: the launch, or why there is none. */
export interface LaunchAnswer {
  launch?: FailbackLaunch;
  problem?: Problem;
  /** Whether the same was answered before under this key; then nothing new was launched. */
  isReplayed: boolean;
}

/** The moment from which on a launch that was pressed then is not sent any more. */
export const untilOf = (pressedAt: number): number => pressedAt + REPEATED_FOR;

/**
 * Starts a launch. The same key with the same request is the same launch, however often it is sent; so it is
 * sent again while there is no answer at all, but not for long: nobody expects machines to reboot an hour after
 * the press. What is waited for may wait longer, in a tab that is hidden say, so each sending looks at the time.
 */
export const startLaunchMutation = () =>
  mutationOptions({
    mutationKey: START_LAUNCH,
    mutationFn: async ({ request, idempotencyKey, until, leaving }: StartLaunch) => {
      if (leaving.aborted || Date.now() >= until) throw new ProblemError(GIVEN_UP);
      const { response, body } = await askConsole(
        '/api/failback-launches',
        post(request, { 'Idempotency-Key': idempotencyKey }),
      );
      return answerIn(response, body);
    },
    retry: (_, error) => isRepeated(problemOf(error)),
    retryDelay: (failures) => Math.min(1_000 * 2 ** failures, 5_000),
  });

/** Throws a ProblemError when it cannot be read, which is no answer at all. */
function answerIn(response: Response, body: unknown): LaunchAnswer {
  const isReplayed = response.headers.get(REPLAYED_HEADER) === 'true';
  if (response.ok && body !== undefined) return { launch: body as FailbackLaunch, isReplayed };
  const error = notAnAnswer(response, body);
  if (isRepeated(error.problem)) throw error;
  return { problem: error.problem, isReplayed };
}

const isRepeated = (problem: Problem) =>
  isUnanswered(problem) && problem.code !== LAUNCH_UNANSWERED;

const GIVEN_UP: Problem = {
  type: 'about:blank',
  title: 'Homeward has not answered',
  status: 0,
  detail: 'The launch is not sent again by itself.',
  code: LAUNCH_UNANSWERED,
};
