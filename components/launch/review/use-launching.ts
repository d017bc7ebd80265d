import { useMutation, useMutationState } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { type Selectable, changeSelection, withServers } from '@/components/fleet/selection';
import { isRefusal } from '@/components/launch/refusal';
import { loadNotices } from '@/components/launch/unanswered/load-notices';
import {
  type Press,
  type PressEnd,
  endPress,
  leaveReview,
  press,
} from '@/components/launch/unanswered/presses';
import type { FailbackLaunch, FailbackLaunchRequest } from '@/lib/contract/failback-launch';
import type { Problem } from '@/lib/contract/problem';
import { problemOf } from '@/lib/queries/fetch-json';
import { START_LAUNCH, startLaunchMutation, untilOf } from '@/lib/queries/start-launch';

/** A launch that was sent, and how that ended; neither while the answer is awaited. */
export interface SentLaunch {
  request: FailbackLaunchRequest;
  launch?: FailbackLaunch;
  problem?: Problem;
}

/** A request that is under way: when it was sent first, and how often it has stayed without an answer. */
export interface Wait {
  since: number;
  failures: number;
}

/** Sends the launches of a review, one for each target, and keeps what was answered to each. */
export function useLaunching() {
  const [sent, setSent] = useState<SentLaunch[]>([]);
  const { mutateAsync } = useMutation(startLaunchMutation());
  const leaving = useLeaving();
  const waits = useMutationState({
    filters: { mutationKey: START_LAUNCH, status: 'pending' },
    select: ({ state }): Wait => ({ since: state.submittedAt, failures: state.failureCount }),
  });

  const end = (ended: SentLaunch) =>
    setSent((before) =>
      before.map((one) => (one.request.target === ended.request.target ? ended : one)),
    );
  const start = async (request: FailbackLaunchRequest, { key, pressedAt }: Press) => {
    const how = { idempotencyKey: key, until: untilOf(pressedAt), leaving: leaving() };
    try {
      const launch = await mutateAsync({ request, ...how });
      endPress(key, { state: 'on-record', launchID: launch.launchID });
      end({ request, launch });
      changeSelection((selected) => withServers(selected, serversOf(request), false));
    } catch (error) {
      const problem = problemOf(error as Error);
      endPress(key, endOf(problem));
      end({ request, problem });
    }
  };
  return {
    sent,
    isSending: sent.some(({ launch, problem }) => !launch && !problem),
    waits,
    send: (requests: readonly FailbackLaunchRequest[]) => {
      setSent(requests.map((request) => ({ request })));
      const pressedAt = Date.now();
      for (const request of requests) void start(request, press(request, pressedAt));
    },
  };
}

/** Without a clear answer the launch may have begun; the same key then finds it again. */
function endOf(problem: Problem): PressEnd {
  if (isRefusal(problem)) return { state: 'refused', why: problem.title };
  const { launchID } = problem;
  return { state: 'unanswered', ...(launchID ? { launchID } : {}) };
}

/** The signal of the present stay on the page; a launch is not sent again once it was left. */
function useLeaving(): () => AbortSignal {
  const stay = useRef(new AbortController());
  useEffect(() => {
    stay.current = new AbortController();
    void loadNotices();
    return () => {
      stay.current.abort();
      leaveReview();
    };
  }, []);
  return () => stay.current.signal;
}

const serversOf = ({ target, recoveryInstanceIDs }: FailbackLaunchRequest): Selectable[] =>
  recoveryInstanceIDs.map((recoveryInstanceID) => ({ recoveryInstanceID, target }));
