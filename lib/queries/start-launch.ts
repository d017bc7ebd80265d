import { mutationOptions } from '@tanstack/react-query';
import type { FailbackLaunch, FailbackLaunchRequest } from '@/lib/contract/failback-launch';
import type { Problem } from '@/lib/contract/problem';
import { ProblemError } from '@/lib/contract/problem-error';
import { LAUNCH_UNANSWERED, fetchJSON, isUnanswered, problemOf } from './fetch-json';
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
      return fetchJSON<FailbackLaunch>(
        '/api/failback-launches',
        post(request, { 'Idempotency-Key': idempotencyKey }),
      );
    },
    retry: (_, error) => isRepeated(problemOf(error)),
    retryDelay: (failures) => Math.min(1_000 * 2 ** failures, 5_000),
  });

const isRepeated = (problem: Problem) =>
  isUnanswered(problem) && problem.code !== LAUNCH_UNANSWERED;

const GIVEN_UP: Problem = {
  type: 'about:blank',
  title: 'Homeward has not answered',
  status: 0,
  detail: 'The launch is not sent again by itself.',
  code: LAUNCH_UNANSWERED,
};
