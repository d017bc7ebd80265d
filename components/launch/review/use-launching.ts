import { useMutation, useMutationState } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { type Selectable, changeSelection, withServers } from '@/components/fleet/selection';
import { isRefusal } from '@/components/launch/refusal';
import { loadNotices } from '@/components/launch/unanswered/load-notices';
import {
  type LaunchAttempt,
  type AttemptEnd,
  endAttempt,
  leaveReview,
  recordAttempt,
} from '@/components/launch/unanswered/launch-attempts';
import type { FailbackLaunch, FailbackLaunchRequest } from '@/lib/contract/failback-launch';
import type { Problem } from '@/lib/contract/problem';
import { problemOf } from '@/lib/queries/fetch-json';
import {
  type LaunchAnswer,
  START_LAUNCH,
  startLaunchMutation,
  untilOf,
} from '@/lib/queries/start-launch';

/** A launch that was sent, with its answer; neither launch nor problem while the answer is awaited. */
export interface SentLaunch {
  request: FailbackLaunchRequest;
  launch?: FailbackLaunch;
  problem?: Problem;
  /** Whether the answer is to an earlier press of the same launch; then this press has sent nothing. */
  isEarlier?: boolean;
}

/** A request under way: when it was first sent, and how many sendings have had no answer. */
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
  const start = async (
    request: FailbackLaunchRequest,
    { key, pressedAt, isRepeated }: LaunchAttempt,
  ) => {
    const how = { idempotencyKey: key, until: untilOf(pressedAt), leaving: leaving() };
    const answer = await mutateAsync({ request, ...how }).catch((error: Error): LaunchAnswer => ({
      problem: problemOf(error),
      isReplayed: false,
    }));
    const isEarlier = isRepeated && answer.isReplayed;
    endAttempt(key, endOf(answer, isEarlier));
    end({ request, ...answer, isEarlier });
    // When nothing new was launched, the operator may want to launch the same servers again.
    if (answer.launch && !isEarlier) {
      changeSelection((selected) => withServers(selected, serversOf(request), false));
    }
  };
  return {
    sent,
    isSending: sent.some(({ launch, problem }) => !launch && !problem),
    waits,
    send: (requests: readonly FailbackLaunchRequest[]) => {
      setSent(requests.map((request) => ({ request })));
      const pressedAt = Date.now();
      for (const request of requests) void start(request, recordAttempt(request, pressedAt));
    },
  };
}

/** Without a clear answer the launch may have begun; the same key then finds it again. */
function endOf({ launch, problem }: LaunchAnswer, isEarlier: boolean): AttemptEnd {
  if (launch) return { state: 'on-record', launchID: launch.launchID, isEarlier };
  if (problem && isRefusal(problem)) return { state: 'refused', why: problem.title, isEarlier };
  const launchID = problem?.launchID;
  return { state: 'unanswered', ...(launchID ? { launchID } : {}) };
}

/** A signal that is aborted when the page is left, because a launch is not sent again after that. */
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
