import { useMutation, useMutationState } from '@tanstack/react-query';
import { useState } from 'react';
import { type Selectable, changeSelection, withServers } from '@/components/fleet/selection';
import { isRefusal } from '@/components/launch/refusal';
import type { FailbackLaunch, FailbackLaunchRequest } from '@/lib/contract/failback-launch';
import type { Problem } from '@/lib/contract/problem';
import { problemOf } from '@/lib/queries/fetch-json';
import { START_LAUNCH, startLaunchMutation } from '@/lib/queries/failback-launches';
import { forgetKey, keyFor } from './idempotency-key';

/** A launch that was sent, and how that ended; neither while the answer is awaited. */
export interface SentLaunch {
  request: FailbackLaunchRequest;
  launch?: FailbackLaunch;
  problem?: Problem;
}

/** Sends the launches of a review, one for each target, and keeps what was answered to each. */
export function useLaunching() {
  const [sent, setSent] = useState<SentLaunch[]>([]);
  const { mutateAsync } = useMutation(startLaunchMutation());
  const waits = useMutationState({
    filters: { mutationKey: START_LAUNCH, status: 'pending' },
    select: ({ state }) => state.failureCount,
  });

  const end = (ended: SentLaunch) =>
    setSent((before) =>
      before.map((one) => (one.request.target === ended.request.target ? ended : one)),
    );
  const start = async (request: FailbackLaunchRequest) => {
    try {
      const launch = await mutateAsync({ request, idempotencyKey: keyFor(request) });
      forgetKey(request);
      end({ request, launch });
      changeSelection((selected) => withServers(selected, serversOf(request), false));
    } catch (error) {
      const problem = problemOf(error as Error);
      // Without a clear answer the launch may have begun; the same key then finds it again.
      if (isRefusal(problem)) forgetKey(request);
      end({ request, problem });
    }
  };
  return {
    sent,
    isSending: sent.some(({ launch, problem }) => !launch && !problem),
    /** How often a request that is under way has stayed without an answer. */
    unanswered: Math.max(0, ...waits),
    send: (requests: readonly FailbackLaunchRequest[]) => {
      setSent(requests.map((request) => ({ request })));
      for (const request of requests) void start(request);
    },
  };
}

const serversOf = ({ target, recoveryInstanceIDs }: FailbackLaunchRequest): Selectable[] =>
  recoveryInstanceIDs.map((recoveryInstanceID) => ({ recoveryInstanceID, target }));
