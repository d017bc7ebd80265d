import { useQueries } from '@tanstack/react-query';
import type { Selection } from '@/components/fleet/selection';
import { byTarget } from '@/components/fleet/selection';
import type { Problem } from '@/lib/contract/problem';
import { previewQuery } from '@/lib/queries/failback-launches';
import { problemOf } from '@/lib/queries/fetch-json';
import {
  type PlannedLaunch,
  type ReviewChoices,
  planLaunch,
  previewRequest,
} from './planned-launch';

/** One target of the selection, with its planned launch once the preview has arrived. */
export interface TargetReview {
  target: string;
  plan: PlannedLaunch | undefined;
  /** Why the newest preview is missing. */
  problem: Problem | null;
  retry: () => void;
}

/** Previews the selection, one launch for each target. While `isFrozen` the last previews stay as they are. */
export function usePlannedLaunches(
  selection: Selection,
  choices: ReviewChoices,
  isFrozen: boolean,
): TargetReview[] {
  const requests = [...byTarget(selection)].map(([target, ids]) =>
    previewRequest(target, ids, choices),
  );
  const queries = useQueries({
    queries: requests.map((request) => ({ ...previewQuery(request), enabled: !isFrozen })),
  });
  return requests.map((request, index) => {
    const query = queries[index];
    // The query keeps its previous data, which may be of another target.
    const preview = query?.data?.target === request.target ? query.data : undefined;
    return {
      target: request.target,
      plan: preview && planLaunch(request, preview),
      problem: query?.error ? problemOf(query.error) : null,
      retry: () => void query?.refetch(),
    };
  });
}
